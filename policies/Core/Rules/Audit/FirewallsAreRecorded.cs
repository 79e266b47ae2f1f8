using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class FirewallsAreRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-firewalls-are-recorded",
    Title = "Every firewall has a diagnostic setting",
    Why = "Nobody can tell what was let out otherwise.",
    Severity = Severity.High,
    Types = ["azure:network/firewall:Firewall", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting for the firewall.",
    Good = ["""[{ "type": "azure:network/firewall:Firewall", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a", "enabledLogs": [{ "category": "AZFWNetworkRule" }] } }]""", """[{ "type": "azure:network/firewall:Firewall", "name": "a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "enabledLogs": [{ "categoryGroup": "allLogs" }] }, "references": { "targetResourceId": "a" } }]"""],
    Bad = ["""[{ "type": "azure:network/firewall:Firewall", "name": "a", "id": "/a" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:network/firewall:Firewall", "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting with its logs", setting => DiagnosticLogs.Record(setting, name => name.StartsWith("AZFW", StringComparison.Ordinal) || name.StartsWith("AzureFirewall", StringComparison.Ordinal)));
}
