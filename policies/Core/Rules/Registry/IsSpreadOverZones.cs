using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class IsSpreadOverZones() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-is-spread-over-zones",
    Title = "The registry is spread over zones",
    Why = "No node starts while the registry is down.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set zoneRedundancyEnabled to true.",
    Good = ["""{ "zoneRedundancyEnabled": true }"""],
    Bad = ["""{ "zoneRedundancyEnabled": false }""", """{ }""", """{ "zoneRedundancyEnabled": true, "georeplications": [ { "location": "westeurope" } ] }"""],
    Equivalents = ["CKV_AZURE_233"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["georeplications"].Items.Prepend(resource.Root).SelectMany(place => place["zoneRedundancyEnabled"].MustBe(true));
}
