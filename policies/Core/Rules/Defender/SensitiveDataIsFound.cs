using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Defender;

internal sealed class SensitiveDataIsFound() : ResourcePolicy(new PolicyInfo
{
    Id = "defender-sensitive-data-is-found",
    Title = "Sensitive data in storage accounts is found",
    Why = "Nobody knows where personal data of prompts has got to.",
    Severity = Severity.Low,
    Types = ["azure:securitycenter/storageDefender:StorageDefender"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Set sensitiveDataDiscoveryEnabled to true.",
    Corrections = [new("sensitiveDataDiscoveryEnabled", "true")],
    Good = ["""{ "sensitiveDataDiscoveryEnabled": true }"""],
    Bad = ["""{ "sensitiveDataDiscoveryEnabled": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sensitiveDataDiscoveryEnabled"].MustBe(true);
}
