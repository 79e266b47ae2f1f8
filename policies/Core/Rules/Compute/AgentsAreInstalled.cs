using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class AgentsAreInstalled() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-agents-are-installed",
    Title = "Virtual machines have their agent",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine", "azure:compute/linuxVirtualMachineScaleSet:LinuxVirtualMachineScaleSet", "azure:compute/windowsVirtualMachineScaleSet:WindowsVirtualMachineScaleSet"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Remove provisionVmAgent, or set it to true.",
    Corrections = [new("provisionVmAgent", "true")],
    Good = ["""{ "provisionVmAgent": true }""", """{ }"""],
    Bad = ["""{ "provisionVmAgent": false }"""],
    Equivalents = ["CKV_AZURE_179"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["provisionVmAgent"].MustNotBe(false);
}
