using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class SpeaksOnlyHttps() : ResourcePolicy(new PolicyInfo
{
    Id = "app-speaks-only-https",
    Title = "Apps answer only over HTTPS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set httpsOnly to true.",
    Corrections = [new("httpsOnly", "true")],
    Good = ["""{ "httpsOnly": true }"""],
    Bad = ["""{ }""", """{ "httpsOnly": false }""", """{ "httpsOnly": true, "authSettingsV2": { "requireHttps": false } }"""],
    Equivalents = ["CKV_AZURE_14", "CKV_AZURE_70", "CKV_AZURE_153", "AVD-AZU-0004", "AZU-0072", "kics:11e9a948-c6c3-4a0f-8dcf-b5cf1763cdbe", "kics:488847ff-6031-487c-bf42-98fd6ac5c9a0"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["httpsOnly"].MustBe(true).Concat(resource["authSettingsV2.requireHttps"].MustNotBe(false)).Take(1);
}
