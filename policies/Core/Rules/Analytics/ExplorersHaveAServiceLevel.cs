using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class ExplorersHaveAServiceLevel() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-explorers-have-a-service-level",
    Title = "Data Explorer clusters have a service level",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:kusto/cluster:Cluster"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Choose another SKU than Dev(No SLA).",
    Good = ["""{ "sku": { "name": "Standard_D13_v2" } }"""],
    Bad = ["""{ "sku": { "name": "Dev(No SLA)_Standard_E2a_v4" } }"""],
    Equivalents = ["CKV_AZURE_180"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku.name"].Must("be of a production tier", name => name.AsText?.StartsWith("Dev(No SLA)", StringComparison.OrdinalIgnoreCase) == false, whenAbsent: true);
}
