using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class MachinesAreInANetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-machines-are-in-a-network",
    Title = "Machines are attached to a network",
    Why = "No security group watches over a machine without an interface.",
    Severity = Severity.Low,
    Types = ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine", "azure:compute/virtualMachine:VirtualMachine"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Give networkInterfaceIds.",
    Good = ["""{ "networkInterfaceIds": [ "/n" ] }"""],
    Bad = ["""{ }""", """{ "networkInterfaceIds": [] }"""],
    Equivalents = ["kics:bbf6b3df-4b65-4f87-82cc-da9f30f8c033"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkInterfaceIds"].MustExist();
}
