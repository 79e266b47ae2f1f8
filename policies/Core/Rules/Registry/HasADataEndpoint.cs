using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class HasADataEndpoint() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-has-a-data-endpoint",
    Title = "The registry has a data endpoint of its own",
    Why = "Firewall rules must otherwise allow all storage of Azure.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set dataEndpointEnabled to true.",
    Good = ["""{ "dataEndpointEnabled": true }"""],
    Bad = ["""{ "dataEndpointEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_237"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["dataEndpointEnabled"].MustBe(true);
}
