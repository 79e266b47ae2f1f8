using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class EndpointsAreApprovedAtOnce() : ResourcePolicy(new PolicyInfo
{
    Id = "network-endpoints-are-approved-at-once",
    Title = "Private endpoints lead to resources of your own",
    Why = "What somebody else must approve belongs to somebody else.",
    Severity = Severity.Medium,
    Types = ["azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove privateServiceConnection.isManualConnection, or set it to false.",
    Corrections = [new("isManualConnection", "false")],
    Good = ["""{ "privateServiceConnection": { "isManualConnection": false } }""", """{ }"""],
    Bad = ["""{ "privateServiceConnection": { "isManualConnection": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateServiceConnection.isManualConnection"].MustNotBe(true);
}
