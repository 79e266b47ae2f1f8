using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class StorageIsRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-storage-is-recorded",
    Title = "Every storage account has a diagnostic setting",
    Why = "Nobody can tell who read the weights otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting for the blob service.",
    Good = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a" } }]""", """[{ "type": "azure:storage/account:Account", "name": "a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "references": { "targetResourceId": "a" } }]"""],
    Bad = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_21", "CKV2_AZURE_20"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:storage/account:Account", "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting");
}
