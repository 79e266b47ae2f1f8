namespace LlmOpsSecure.Attacks;

/// <summary>A test that starts programs of the machine; where one is missing it is skipped, and says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute : FactAttribute
{
    /// <summary>Names the programs.</summary>
    public NeedsAttribute(params string[] programs) => this.Skip = RealProgram.Missing(programs) is { } missing ? $"{missing} is not installed" : null;
}
