using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map from text to inputs. Each value keeps what it is, so that one unknown or secret value does not make the whole map so.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    // Either the values, or an output of them where the map as a whole comes from one.
    private Output<ImmutableDictionary<string, Input<TValue>>>? whole;
    private ImmutableDictionary<string, Input<TValue>> values = ImmutableDictionary<string, Input<TValue>>.Empty;

    /// <summary>An empty map.</summary>
    public InputMap()
    {
    }

    private InputMap(ImmutableDictionary<string, Input<TValue>> values) => this.values = values;

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> whole) => this.whole = whole;

    /// <summary>Adds a value; the same as <see cref="Add(string, Input{TValue})"/>.</summary>
    public Input<TValue> this[string key]
    {
        set => this.Add(key, value);
    }

    private protected override object? Content => this.whole ?? (object)this.values;

    /// <summary>Adds a value. A key that comes twice must have the same value both times; otherwise the value fails when it is used.</summary>
    public void Add(string key, Input<TValue> value) => this.Append(new InputMap<TValue>(ImmutableDictionary<string, Input<TValue>>.Empty.Add(key, value)), Same);

    /// <summary>Adds the values of another map; see <see cref="Add(string, Input{TValue})"/>.</summary>
    public void Add(InputMap<TValue> values) => this.AddRange(values);

    /// <summary>Adds the values of another map; see <see cref="Add(string, Input{TValue})"/>.</summary>
    public void AddRange(InputMap<TValue> values) => this.Append(values, Same);

    /// <summary>A map of the values of both; where both have a key, the second wins.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        var merged = first.whole is null ? new InputMap<TValue>(first.values) : new InputMap<TValue>(first.whole);
        merged.Append(second, (_, _, newer) => newer);
        return merged;
    }

    /// <summary>The entries, once the map itself is known.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var entries = this.whole is null ? this.values : (await this.whole.Data.ConfigureAwait(false)).Value;
        foreach (var (key, value) in entries ?? this.values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return value.ToOutput().Apply(one => KeyValuePair.Create(key, one));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException($"A {this.GetType().FullName} cannot be synchronously enumerated. Use GetAsyncEnumerator instead.");

    private protected override Output<ImmutableDictionary<string, TValue>> MakeOutput() =>
        this.whole is null ? Resolve(this.values) : this.whole.Apply(Resolve);

    private static Output<ImmutableDictionary<string, TValue>> Resolve(ImmutableDictionary<string, Input<TValue>> entries)
    {
        var keys = entries.Keys.ToList();
        return Output.All(keys.Select(key => entries[key])).Apply(values => keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
    }

    private static Input<TValue> Same(string key, Input<TValue> older, Input<TValue> newer) => Output.Tuple(older, newer).Apply(both =>
        EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2) ? both.Item2 : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private void Append(InputMap<TValue> other, Func<string, Input<TValue>, Input<TValue>, Input<TValue>> combine)
    {
        ImmutableDictionary<string, Input<TValue>> Join(ImmutableDictionary<string, Input<TValue>> left, ImmutableDictionary<string, Input<TValue>> right) =>
            left.SetItems(right.Select(entry => left.TryGetValue(entry.Key, out var older) ? KeyValuePair.Create(entry.Key, combine(entry.Key, older, entry.Value)) : entry));

        if (this.whole is null && other.whole is null)
        {
            this.values = Join(this.values, other.values);
        }
        else
        {
            this.whole = Output.Tuple(this.whole ?? Output.Create(this.values), other.whole ?? Output.Create(other.values)).Apply(both => Join(both.Item1, both.Item2));
        }

        this.Changed();
    }

    private static InputMap<TValue> From<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, TValue>> => new(values.Apply(entries => Wrap(entries)));

    private static ImmutableDictionary<string, Input<TValue>> Wrap(IEnumerable<KeyValuePair<string, TValue>>? entries) =>
        (entries ?? []).ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value);

    /// <summary>A map of the values.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(Wrap(values));

    /// <summary>A map of the values.</summary>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(Wrap(values));

    /// <summary>A map that comes from an output as a whole.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => From(values);

    /// <summary>A map that comes from an output as a whole.</summary>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => From(values);

    /// <summary>A map that comes from an output as a whole.</summary>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => From(values);
}
