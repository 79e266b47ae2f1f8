using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class IsReplicated() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-is-replicated",
    Title = "Data is kept in more than one place",
    Why = "One building that fails takes it away otherwise.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set accountReplicationType to ZRS.",
    Good = ["""{ "accountReplicationType": "ZRS" }"""],
    Bad = ["""{ "accountReplicationType": "LRS" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_206", "AZU-0058"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["accountReplicationType"].MustBeOneOf(["ZRS", "GRS", "GZRS", "RAGRS", "RAGZRS"]);
}
