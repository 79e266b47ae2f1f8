using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class MachinesAreBackedUp() : StackPolicy(new PolicyInfo
{
    Id = "compute-machines-are-backed-up",
    Title = "Virtual machines are backed up",
    Why = "What is lost with the region cannot be restored.",
    Severity = Severity.Low,
    Types = ["azure:compute/virtualMachine:VirtualMachine", "azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine", "azure:backup/protectedVM:ProtectedVM"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Add a ProtectedVM.",
    Good = ["""[{ "type": "azure:compute/virtualMachine:VirtualMachine", "name": "a", "id": "/a" }, { "type": "azure:backup/protectedVM:ProtectedVM", "name": "b", "properties": {"sourceVmId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:compute/virtualMachine:VirtualMachine", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_12"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:compute/virtualMachine:VirtualMachine", "azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine" }.SelectMany(type => stack.EachMustHave(type, "azure:backup/protectedVM:ProtectedVM", "sourceVmId", "be backed up"));
}
