namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>A test that asks the API server's own libraries, and is skipped where the tool does not lie beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AdmitFactAttribute : FactAttribute
{
    /// <summary>Makes the test.</summary>
    public AdmitFactAttribute() => this.Skip = Admit.Missing;
}
