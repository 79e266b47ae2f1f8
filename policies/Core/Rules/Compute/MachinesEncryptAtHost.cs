using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class MachinesEncryptAtHost() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-machines-encrypt-at-host",
    Title = "Virtual machines encrypt their temporary disks",
    Why = "Data on the temporary disk is in clear otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine", "azure:compute/linuxVirtualMachineScaleSet:LinuxVirtualMachineScaleSet", "azure:compute/windowsVirtualMachineScaleSet:WindowsVirtualMachineScaleSet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("ES-1")],
    Remediation = "Set encryptionAtHostEnabled to true.",
    Good = ["""{ "encryptionAtHostEnabled": true }"""],
    Bad = ["""{ "encryptionAtHostEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_97", "CKV_AZURE_151"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["encryptionAtHostEnabled"].MustBe(true);
}
