namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>The runtime that gives each pod a virtual machine of its own; AKS makes its class on pools of <c>KataVmIsolation</c>.</summary>
public static class SandboxRuntime
{
    /// <summary>Name of the runtime class.</summary>
    public const string Class = "kata-vm-isolation";
}
