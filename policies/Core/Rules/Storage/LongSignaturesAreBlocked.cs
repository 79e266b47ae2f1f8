using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class LongSignaturesAreBlocked() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-long-signatures-are-blocked",
    Title = "Signatures that last too long are refused",
    Why = "A log entry does not stop anybody.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set sasPolicy.expirationAction to Block.",
    Good = ["""{ "sasPolicy": { "expirationPeriod": "00.01:00:00", "expirationAction": "Block" } }""", """{ }"""],
    Bad = ["""{ "sasPolicy": { "expirationPeriod": "00.01:00:00" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sasPolicy"].IsAbsent ? [] : resource["sasPolicy.expirationAction"].MustBe("Block");
}
