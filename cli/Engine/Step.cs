namespace LlmOpsSecure.Cli.Engine;

/// <summary>One step of an operation.</summary>
/// <param name="Op">What happens.</param>
/// <param name="State">The resource: as it will be, or as it was if it is deleted.</param>
/// <param name="Changes">Paths of the properties that change.</param>
/// <param name="Replaces">What forces a replacement: paths of properties, or the reason where it is none of the resource's own.</param>
internal sealed record Step(Operation Op, ResourceState State, IReadOnlyList<string> Changes, IReadOnlyList<string> Replaces)
{
    /// <summary>What else is to be said of the step, such as that the cloud keeps a resource that is deleted from the stack; empty for nothing.</summary>
    public string Note { get; init; } = "";
}
