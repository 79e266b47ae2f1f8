namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>A theory that asks the API server's own libraries, and is skipped where the tool does not lie beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AdmitTheoryAttribute : TheoryAttribute
{
    /// <summary>Makes the theory.</summary>
    public AdmitTheoryAttribute() => this.Skip = Admit.Missing;
}
