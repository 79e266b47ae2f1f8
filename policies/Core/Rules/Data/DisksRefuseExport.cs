using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class DisksRefuseExport() : ResourcePolicy(new PolicyInfo
{
    Id = "data-disks-refuse-export",
    Title = "Disks are exported through a private endpoint or not at all",
    Why = "Whoever may ask for a link to a disk can otherwise download the weights on it from any network.",
    Severity = Severity.High,
    Types = ["azure:compute/managedDisk:ManagedDisk"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set networkAccessPolicy to DenyAll, or to AllowPrivate with a diskAccessId.",
    Corrections = [new("networkAccessPolicy", "\"DenyAll\"")],
    Good = ["""{ "networkAccessPolicy": "DenyAll" }""", """{ "networkAccessPolicy": "AllowPrivate", "diskAccessId": "x" }"""],
    Bad = ["""{ "networkAccessPolicy": "AllowAll" }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource disk) =>
        disk["networkAccessPolicy"].MustBeOneOf(["DenyAll", "AllowPrivate"]);
}
