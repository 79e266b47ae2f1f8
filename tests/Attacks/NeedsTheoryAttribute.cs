namespace LlmOpsSecure.Attacks;

/// <summary>A theory that starts programs of the machine; where one is missing it is skipped, and says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the programs.</summary>
    public NeedsTheoryAttribute(params string[] programs) => this.Skip = RealProgram.Missing(programs) is { } missing ? $"{missing} is not installed" : null;
}
