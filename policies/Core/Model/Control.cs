namespace LlmOpsSecure.Policies.Model;

/// <summary>A control of a published framework that a policy serves.</summary>
/// <param name="Framework">Short name of the framework, as in <c>Frameworks/</c>.</param>
/// <param name="Id">The control's id in the framework's own spelling.</param>
public sealed record Control(string Framework, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{this.Framework} {this.Id}";
}
