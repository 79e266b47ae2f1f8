using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class VaultsAreRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-vaults-are-recorded",
    Title = "Every vault has a diagnostic setting",
    Why = "Nobody can tell who read a secret otherwise.",
    Severity = Severity.High,
    Types = ["azure:keyvault/keyVault:KeyVault", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting for the vault.",
    Good = ["""[{ "type": "azure:keyvault/keyVault:KeyVault", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a", "enabledLogs": [{ "category": "AuditEvent" }] } }]""", """[{ "type": "azure:keyvault/keyVault:KeyVault", "name": "a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "enabledLogs": [{ "categoryGroup": "allLogs" }] }, "references": { "targetResourceId": "a" } }]"""],
    Bad = ["""[{ "type": "azure:keyvault/keyVault:KeyVault", "name": "a", "id": "/a" }]""", """[{ "type": "azure:keyvault/keyVault:KeyVault", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a", "enabledLogs": [{ "category": "AzurePolicyEvaluationDetails" }] } }]"""],
    Equivalents = ["kics:38c71c00-c177-4cd7-8d36-cd1007cdb190"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:keyvault/keyVault:KeyVault", "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting with its audit events", setting => DiagnosticLogs.Record(setting, name => name == "AuditEvent"));
}
