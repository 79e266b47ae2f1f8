using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class EndpointsNameTheirTarget() : ResourcePolicy(new PolicyInfo
{
    Id = "network-endpoints-name-their-target",
    Title = "Private endpoints name their target",
    Why = "An alias may lead to a stranger: data leaves by a private way.",
    Severity = Severity.Medium,
    Types = ["azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove privateServiceConnection.privateConnectionResourceAlias.",
    Good = ["""{ }"""],
    Bad = ["""{ "privateServiceConnection": { "privateConnectionResourceAlias": "a.b.westeurope.azure.privatelinkservice" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateServiceConnection.privateConnectionResourceAlias"].MustBeAbsent();
}
