using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class SpeaksOnlyHttps() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-speaks-only-https",
    Title = "The storage account speaks only HTTPS",
    Why = "Keys and data travel in clear otherwise.",
    Severity = Severity.Critical,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Remove httpsTrafficOnlyEnabled: false.",
    Corrections = [new("httpsTrafficOnlyEnabled", "true")],
    Good = ["""{ "httpsTrafficOnlyEnabled": true }""", """{ }"""],
    Bad = ["""{ "httpsTrafficOnlyEnabled": false }"""],
    Equivalents = ["CKV_AZURE_3", "AVD-AZU-0008", "kics:12944ec4-1fa0-47be-8b17-42a034f937c2", "AZU-0059", "kics:1367dd13-2c90-4020-80b7-e4339a3dc2c4"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["httpsTrafficOnlyEnabled"].MustBe(true, whenAbsent: true);
}
