using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs. Each element keeps what it is, so that one unknown or secret element does not make the whole list so.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // Either the elements, or an output of them where the list as a whole comes from one.
    private Output<ImmutableArray<Input<T>>>? whole;
    private ImmutableArray<Input<T>> elements = [];

    /// <summary>An empty list.</summary>
    public InputList()
    {
    }

    private InputList(ImmutableArray<Input<T>> elements) => this.elements = elements;

    private InputList(Output<ImmutableArray<Input<T>>> whole) => this.whole = whole;

    private protected override object? Content => this.whole ?? (object)this.elements;

    /// <summary>Adds elements at the end.</summary>
    public void Add(params Input<T>[] inputs) => this.Append(new InputList<T>([.. inputs]));

    /// <summary>Adds the elements of another list at the end.</summary>
    public void Add(InputList<T> inputs) => this.AddRange(inputs);

    /// <summary>Adds the elements of another list at the end.</summary>
    public void AddRange(InputList<T> inputs) => this.Append(inputs);

    /// <summary>A list of these elements and then those of the other.</summary>
    public InputList<T> Concat(InputList<T> other)
    {
        var joined = this.whole is null ? new InputList<T>(this.elements) : new InputList<T>(this.whole);
        joined.Append(other);
        return joined;
    }

    /// <summary>The elements, once the list itself is known.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var items = this.whole is null ? this.elements : (await this.whole.Data.ConfigureAwait(false)).Value;
        foreach (var item in items.IsDefault ? [] : items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException($"A {this.GetType().FullName} cannot be synchronously enumerated. Use GetAsyncEnumerator instead.");

    private protected override Output<ImmutableArray<T>> MakeOutput() =>
        this.whole is null ? Output.All(this.elements) : this.whole.Apply(items => Output.All(items.IsDefault ? [] : items));

    private void Append(InputList<T> other)
    {
        if (this.whole is null && other.whole is null)
        {
            this.elements = this.elements.AddRange(other.elements);
        }
        else
        {
            this.whole = Output.Tuple(this.whole ?? Output.Create(this.elements), other.whole ?? Output.Create(other.elements)).Apply(both => both.Item1.AddRange(both.Item2));
        }

        this.Changed();
    }

    private static InputList<T> From<TList>(Output<TList> values)
        where TList : IEnumerable<T> => new(values.Apply(items => (items as IEnumerable<T> ?? []).Select(item => (Input<T>)item).ToImmutableArray()));

    /// <summary>A list of one.</summary>
    public static implicit operator InputList<T>(T value) => new([(Input<T>)value]);

    /// <summary>A list of one.</summary>
    public static implicit operator InputList<T>(Output<T> value) => new([(Input<T>)value]);

    /// <summary>A list of one.</summary>
    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(T[] values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(Output<T>[] values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(Input<T>[] values) => new([.. values]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(List<T> values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(List<Output<T>> values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(List<Input<T>> values) => new([.. values]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new([.. values.Select(value => (Input<T>)value)]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values);

    /// <summary>A list that comes from an output as a whole.</summary>
    public static implicit operator InputList<T>(Output<T[]> values) => From(values);

    /// <summary>A list that comes from an output as a whole.</summary>
    public static implicit operator InputList<T>(Output<List<T>> values) => From(values);

    /// <summary>A list that comes from an output as a whole.</summary>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => From(values);

    /// <summary>A list that comes from an output as a whole.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        new(values.Apply(items => items.IsDefault ? default : items.Select(item => (Input<T>)item).ToImmutableArray()));
}
