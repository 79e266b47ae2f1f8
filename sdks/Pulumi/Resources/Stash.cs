namespace Pulumi;

/// <summary>Arguments of a <see cref="Stash"/>.</summary>
public sealed class StashArgs : ResourceArgs
{
    /// <summary>The value.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}

/// <summary>Keeps a value in the state of the stack.</summary>
public sealed class Stash : CustomResource
{
    /// <summary>Keeps a value.</summary>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The value.</param>
    /// <param name="options">The options.</param>
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options)
    {
    }

    /// <summary>The value that was given last.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;

    /// <summary>The value that is kept.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;
}
