using LlmOpsSecure.Attacks.Egress;

namespace LlmOpsSecure.Attacks;

/// <summary>A theory that starts programs of the machine in network namespaces; where one is missing, or the machine makes no namespaces, it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsNamespacesTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the programs.</summary>
    public NeedsNamespacesTheoryAttribute(params string[] programs) => this.Skip = RealProgram.Missing(programs) is { } missing ? $"{missing} is not installed" : NetworkSpace.Impossible;
}
