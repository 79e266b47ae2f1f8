using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value if it is secret.</summary>
    public object? SecretValue { get; set; }

    /// <summary>The value if it is plain.</summary>
    public object? Value { get; set; }
}

/// <summary>Arguments of a <see cref="StackReference"/>.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack as organization/project/stack; the name of the reference by default.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads a stack.</summary>
    /// <param name="name">The name in the program, and the stack unless the arguments name one.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base("pulumi:pulumi:StackReference", name, new StackReferenceArgs { Name = args?.Name ?? name }, CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All its outputs.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>Names of the outputs that are secret.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The output of that name; null if there is none.</summary>
    public Output<object?> GetOutput(Input<string> name)
    {
        var value = Output.Tuple(name.ToOutput(), this.Outputs).Apply(both => both.Item2.TryGetValue(both.Item1, out var found) ? found : null);
        return new(this.WithSecretness(name, value));
    }

    /// <summary>The output of that name; fails if there is none.</summary>
    public Output<object> RequireOutput(Input<string> name)
    {
        var value = Output.Tuple(name.ToOutput(), this.Name, this.Outputs).Apply(all =>
            all.Item3.TryGetValue(all.Item1, out var found) ? found : throw new KeyNotFoundException($"Required output '{all.Item1}' does not exist on stack '{all.Item2}'."));
        return new(this.WithSecretness(name, value));
    }

    /// <summary>The value of a plain output; null if there is none. A secret one throws <see cref="InvalidOperationException"/>.</summary>
    public async Task<object?> GetValueAsync(Input<string> name)
    {
        var data = await this.GetOutput(name).Data.ConfigureAwait(false);
        return data.IsSecret ? throw new InvalidOperationException("Cannot call 'GetOutputValueAsync' if the referenced stack has secret outputs. Use 'GetOutput' instead.") : data.Value;
    }

    /// <summary>The value of a plain output; fails if there is none. A secret one throws <see cref="InvalidOperationException"/>.</summary>
    public async Task<object> RequireValueAsync(Input<string> name)
    {
        var data = await this.RequireOutput(name).Data.ConfigureAwait(false);
        return data.IsSecret ? throw new InvalidOperationException("Cannot call 'RequireOutputValueAsync' if the referenced stack has secret outputs. Use 'RequireOutput' instead.") : data.Value;
    }

    /// <summary>The value of an output, and whether it is secret.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await this.GetOutput(name).Data.ConfigureAwait(false);
        return data.IsSecret ? new StackReferenceOutputDetails { SecretValue = data.Value } : new StackReferenceOutputDetails { Value = data.Value };
    }

    private async Task<OutputData<T>> WithSecretness<T>(Input<string> name, Output<T> value)
    {
        var data = await value.Data.ConfigureAwait(false);
        var secrets = await this.SecretOutputNames.Data.ConfigureAwait(false);
        var key = await name.ToOutput().Data.ConfigureAwait(false);
        var secret = !secrets.IsKnown || secrets.Value.IsDefault || !key.IsKnown ? (await this.Outputs.Data.ConfigureAwait(false)).IsSecret : secrets.Value.Contains(key.Value);
        return data with { IsSecret = secret };
    }
}
