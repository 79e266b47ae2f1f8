using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class EdgesAreRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-edges-are-recorded",
    Title = "Every application gateway and bastion has a diagnostic setting",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:network/applicationGateway:ApplicationGateway", "azure:compute/bastionHost:BastionHost", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting.",
    Good = ["""[{ "type": "azure:network/applicationGateway:ApplicationGateway", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "id": "/b", "properties": { "targetResourceId": "/a" } }]"""],
    Bad = ["""[{ "type": "azure:network/applicationGateway:ApplicationGateway", "name": "a", "id": "/a" }]""", """[{ "type": "azure:compute/bastionHost:BastionHost", "name": "a", "id": "/a" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        this.Info.Types.Take(2).SelectMany(type => stack.EachMustHave(type, "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting"));
}
