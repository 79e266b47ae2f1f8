using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class HasNoNfs() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-has-no-nfs",
    Title = "The storage account is not mounted by NFS",
    Why = "NFS knows no identity: who reaches it reads it.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Leave nfsv3Enabled out.",
    Good = ["""{ }"""],
    Bad = ["""{ "nfsv3Enabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["nfsv3Enabled"].MustNotBe(true);
}
