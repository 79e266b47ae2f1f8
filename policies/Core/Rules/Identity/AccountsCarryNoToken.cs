using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class AccountsCarryNoToken() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-accounts-carry-no-token",
    Title = "Service accounts do not hand out tokens by themselves",
    Why = "A token in a pod is the first thing that an intruder uses.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ServiceAccount],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Set automountServiceAccountToken to false and mount tokens where they are needed.",
    Corrections = [new("automountServiceAccountToken", "false")],
    Good = ["""{ "automountServiceAccountToken": false }"""],
    Bad = ["""{ }"""],
    Equivalents = ["kyverno:restrict-sa-automount-sa-token"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        DefaultAccountsCarryNoToken.Is(resource) ? [] : resource["automountServiceAccountToken"].MustBe(false);
}
