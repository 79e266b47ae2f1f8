using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ConnectionsAreBounded() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-connections-are-bounded",
    Title = "Connections have a limit",
    Why = "Open connections that send nothing hold the gateway.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.ClientPolicy],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-5")],
    Remediation = "Set connection.connectionLimit.value.",
    Good = ["""{ "spec": { "connection": { "connectionLimit": { "value": 2000 } } } }"""],
    Bad = ["""{ "spec": { } }""", """{ "spec": { "connection": { "bufferLimit": "64Ki" } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.connection.connectionLimit.value"].MustExist();
}
