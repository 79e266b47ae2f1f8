using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class ProfilesRecordEveryOperation() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-profiles-record-every-operation",
    Title = "Log profiles record writes, deletions and actions",
    Why = "What is not recorded has not happened as far as anybody can tell.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/logProfile:LogProfile"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set categories to Write, Delete and Action. Log profiles are retired: a DiagnosticSetting of the subscription replaces them.",
    Good = ["""{ "categories": ["Action", "Delete", "Write"] }"""],
    Bad = ["""{ "categories": ["Action"] }""", """{ "categories": [] }""", """{ }"""],
    Equivalents = ["CKV_AZURE_38", "AVD-AZU-0033", "kics:4d522e7b-f938-4d51-a3b1-974ada528bd3"],
})
{
    private static readonly string[] Operations = ["Write", "Delete", "Action"];

    public override IEnumerable<Finding> Check(Resource profile) =>
        profile["categories"].Must("hold Write, Delete and Action", categories => Operations.All(operation => categories.Items.Any(category => category.IsUnknown || string.Equals(category.AsText, operation, StringComparison.OrdinalIgnoreCase))));
}
