using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class CopiesStayInside() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-copies-stay-inside",
    Title = "Blobs are copied only inside",
    Why = "Whoever may read may otherwise copy to an account of his own.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.Atlas("AML.T0025")],
    Remediation = "Set allowedCopyScope to AAD or PrivateLink.",
    Good = ["""{ "allowedCopyScope": "PrivateLink" }"""],
    Bad = ["""{ }""", """{ "allowedCopyScope": "Everything" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["allowedCopyScope"].MustBeOneOf(["AAD", "PrivateLink"]);
}
