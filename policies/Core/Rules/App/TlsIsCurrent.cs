using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class TlsIsCurrent() : ResourcePolicy(new PolicyInfo
{
    Id = "app-tls-is-current",
    Title = "Apps refuse old TLS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove minimumTlsVersion (1.2 by default).",
    Good = ["""{ "siteConfig": { "minimumTlsVersion": "1.2" } }""", """{ "siteConfig": { "minTlsVersion": 1.2 } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "minimumTlsVersion": "1.0" } }""", """{ "siteConfig": { "minTlsVersion": "1.1" } }"""],
    Equivalents = ["CKV_AZURE_15", "CKV_AZURE_145", "CKV_AZURE_154", "AVD-AZU-0006", "kics:45fc717a-bd86-415c-bdd8-677901be1aa6", "kics:b7b9d1c7-2d3b-49b4-b867-ebbe68d0b643", "kics:b5c851d5-00f1-43dc-a8de-3218fd6f71be"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["siteConfig.minimumTlsVersion"], resource["siteConfig.minTlsVersion"], resource["siteConfig.scmMinimumTlsVersion"] }.SelectMany(version => version.MustBeOneOf(["1.2", "1.3"], whenAbsent: true));
}
