using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysHaveTheirOwnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-have-their-own-identity",
    Title = "Application gateways have an identity of yours",
    Why = "Without one, certificates cannot come from the vault.",
    Severity = Severity.Low,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set identity.",
    Good = ["""{ "identity": { "type": "UserAssigned" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].Must("be UserAssigned", type => type.AsText == "UserAssigned");
}
