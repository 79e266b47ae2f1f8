using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class BackendsPointAway() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-backends-point-away",
    Title = "Backends do not point into the node",
    Why = "A backend may name any address: one at the node's metadata service or the loopback interface hands out identities through the gateway.",
    Severity = Severity.High,
    Types = [GatewayRoutes.Backend],
    Threats = [Threat.FullStack, Threat.ToolExploitation],
    Controls = [Framework.Atlas("AML.T0055"), Framework.Nist("SC-7")],
    Remediation = "Name a host or service.",
    Good = ["""{ "spec": { "endpoints": [{ "fqdn": { "hostname": "a.b.svc.cluster.local", "port": 8443 } }] } }""", """{ "spec": { "endpoints": [{ "ip": { "address": "10.1.2.3", "port": 80 } }] } }"""],
    Bad = ["""{ "spec": { "endpoints": [{ "ip": { "address": "169.254.169.254", "port": 80 } }] } }""", """{ "spec": { "endpoints": [{ "fqdn": { "hostname": "localhost", "port": 80 } }] } }""", """{ "spec": { "endpoints": [{ "ip": { "address": "127.0.0.1", "port": 19000 } }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.endpoints"].Items.SelectMany(endpoint => new[] { endpoint["ip.address"], endpoint["fqdn.hostname"] }).SelectMany(address => address.Must("not be on the node", one => !Inside(one.AsText), whenAbsent: true));

    private static bool Inside(string? address) => address is not null && (address.Trim() is "168.63.129.16" or "localhost" or "::1" or "metadata.google.internal" || address.Trim().StartsWith("169.254.", StringComparison.Ordinal) || address.Trim().StartsWith("127.", StringComparison.Ordinal));
}
