using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapseLetsNothingOut() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-synapse-lets-nothing-out",
    Title = "Synapse workspaces let no data out to other tenants",
    Why = "Data can be carried out by whoever gets in.",
    Severity = Severity.Medium,
    Types = ["azure:synapse/workspace:Workspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Set dataExfiltrationProtectionEnabled to true.",
    Corrections = [new("dataExfiltrationProtectionEnabled", "true")],
    Good = ["""{ "dataExfiltrationProtectionEnabled": true }"""],
    Bad = ["""{ "dataExfiltrationProtectionEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_157"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["dataExfiltrationProtectionEnabled"].MustBe(true);
}
