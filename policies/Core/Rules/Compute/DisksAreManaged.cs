using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class DisksAreManaged() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-disks-are-managed",
    Title = "Disks of virtual machines are managed",
    Why = "Disks that are plain blobs are encrypted and guarded as the account is.",
    Severity = Severity.Medium,
    Types = ["azure:compute/virtualMachine:VirtualMachine", "azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Use managedDiskType instead of vhdUri.",
    Good = ["""{ "storageOsDisk": { "managedDiskType": "Premium_LRS" } }"""],
    Bad = ["""{ "storageOsDisk": { "vhdUri": "https://a/b.vhd" } }"""],
    Equivalents = ["CKV_AZURE_92", "CKV2_AZURE_9"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["storageOsDisk.vhdUri"], resource["storageDataDisk.vhdUri"] }.Concat(resource["storageDataDisks"].Items.Select(disk => disk["vhdUri"])).SelectMany(uri => uri.MustBeAbsent());
}
