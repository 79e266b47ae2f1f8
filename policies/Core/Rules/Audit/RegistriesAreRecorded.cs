using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class RegistriesAreRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-registries-are-recorded",
    Title = "Every registry has a diagnostic setting",
    Why = "Nobody can tell who pushed an image otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting for the registry.",
    Good = ["""[{ "type": "azure:containerservice/registry:Registry", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a" } }]""", """[{ "type": "azure:containerservice/registry:Registry", "name": "a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "references": { "targetResourceId": "a" } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/registry:Registry", "name": "a", "id": "/a" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:containerservice/registry:Registry", "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting");
}
