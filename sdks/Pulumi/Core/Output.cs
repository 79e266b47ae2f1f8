using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>A known, plain output of a value.</summary>
    public static Output<T> Create<T>(T value) => Create(Task.FromResult(value));

    /// <summary>A known, plain output of what the task yields.</summary>
    public static Output<T> Create<T>(Task<T> value) => new(Wrap(value, isSecret: false));

    /// <summary>A known, secret output of a value.</summary>
    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Task.FromResult(value));

    /// <summary>A known, secret output of what the task yields.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => new(Wrap(value, isSecret: true));

    /// <summary>The same output, secret.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value) => new(Marked(value, isSecret: true));

    /// <summary>The same output, plain.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => new(Marked(output, isSecret: false));

    /// <summary>Whether the output is secret.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsSecret;

    /// <summary>One output of all values, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    /// <summary>One output of all values, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => new(Gather(inputs.Select(input => input.ToOutput()).ToList()));

    /// <summary>One output of all values, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    /// <summary>One output of all values, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(Gather(outputs.ToList()));

    /// <summary>The text of an interpolated string whose arguments may be outputs and inputs; numbers and dates are written in the invariant culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments().Select(argument => Untyped(argument)).ToList();
        return new(Formatted());

        async Task<OutputData<string>> Formatted()
        {
            var data = await Gather(arguments).ConfigureAwait(false);
            return data.With(data.IsKnown ? string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. data.Value]) : null!);
        }
    }

    /// <summary>The JSON text of a value that may hold outputs at any depth; unknown if one of them is.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Written());

        async Task<OutputData<string>> Written()
        {
            var data = await value.Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.With<string>(null!);
            }

            var nested = new OutputJsonConverter();
            var own = new JsonSerializerOptions(options ?? JsonSerializerOptions.Default);
            own.Converters.Add(nested);
            var text = JsonSerializer.Serialize(data.Value, own);
            while (await nested.ResolveAsync().ConfigureAwait(false))
            {
                text = JsonSerializer.Serialize(data.Value, own);
            }

            return new(data.Resources.Union(nested.Resources), nested.IsKnown ? text : null!, nested.IsKnown, data.IsSecret || nested.IsSecret);
        }
    }

    /// <summary>The value that a JSON text holds.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);
    }

    internal static Output<object?> Untyped(object? value) => value switch
    {
        IOutput output => new(output.GetDataAsync()),
        IInput input => Untyped(input.Content),
        _ => Create(value),
    };

    private static async Task<OutputData<T>> Wrap<T>(Task<T> value, bool isSecret) => OutputData.Of(await value.ConfigureAwait(false), isSecret: isSecret);

    private static async Task<OutputData<T>> Marked<T>(Output<T> output, bool isSecret) => (await output.Data.ConfigureAwait(false)) with { IsSecret = isSecret };

    private static async Task<OutputData<ImmutableArray<T>>> Gather<T>(List<Output<T>> outputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(outputs.Count);
        var resources = ImmutableHashSet<Resource>.Empty;
        var (known, secret) = (true, false);
        foreach (var output in outputs)
        {
            var data = await output.Data.ConfigureAwait(false);
            values.Add(data.Value);
            resources = resources.Union(data.Resources);
            known &= data.IsKnown;
            secret |= data.IsSecret;
        }

        return new(resources, values.MoveToImmutable(), known, secret);
    }
}
