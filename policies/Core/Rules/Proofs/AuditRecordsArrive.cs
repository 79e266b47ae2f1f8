using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class AuditRecordsArrive() : StackPolicy(new PolicyInfo
{
    Id = "proofs-audit-records-arrive",
    Title = "Every node reaches the private endpoint by which its records arrive",
    Why = "An agent that is cut off drops records without a word, and the night that matters has none.",
    Severity = Severity.Medium,
    Types = ["azure:privatelink/endpoint:Endpoint", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.Nist("AU-5")],
    Remediation = "Allow TCP 443 from the nodes' subnets to the endpoint's subnet in the security groups of both.",
    Good = [Example("443")],
    Bad = [Example("5671")],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var proof = stack.Once(NetworkProof.Of);
        foreach (var endpoint in proof.Endpoints.Where(one => stack.Find(one.Urn)?["privateServiceConnection.subresourceNames"].Items.Any(service => service.AsText == "azuremonitor") == true))
        {
            var cut = proof.FromNodes(endpoint).Select(one => (one.Pool, Stop: one.Layers.FirstOrDefault(layer => !layer.Reach.Possible.Contains(Protocol.Tcp, 443)))).Where(one => one.Stop is not null).ToList();
            if (cut is [var (pool, stop), ..])
            {
                yield return new Violation(endpoint.Urn, "", $"the nodes of pool {pool} must reach {endpoint} at TCP 443, but {stop!.Layer} stops them: {stop.Reasons[^1]}{(cut.Count > 1 ? $"; and those of {cut.Count - 1} more" : "")}");
            }
        }
    }

    private static string Example(string port) =>
        $$"""
        [{ "type": "azure:network/subnet:Subnet", "name": "u", "id": "/u", "properties": { "name": "u", "addressPrefixes": ["10.0.0.0/24"] } },
         { "type": "azure:network/subnet:Subnet", "name": "v", "id": "/v", "properties": { "name": "v", "addressPrefixes": ["10.0.1.0/24"], "privateEndpointNetworkPolicies": "Enabled" } },
         { "type": "azure:network/networkSecurityGroup:NetworkSecurityGroup", "name": "g", "id": "/g", "properties": { "name": "g", "securityRules": [
           { "name": "in", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "{{port}}", "sourceAddressPrefix": "10.0.0.0/24", "destinationAddressPrefix": "*" },
           { "name": "no", "priority": 200, "direction": "Inbound", "access": "Deny", "protocol": "*", "sourcePortRange": "*", "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*" }] } },
         { "type": "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "name": "o", "properties": { "subnetId": "/v", "networkSecurityGroupId": "/g" } },
         { "type": "azure:monitoring/privateLinkScope:PrivateLinkScope", "name": "s", "id": "/s", "properties": { "name": "s" } },
         { "type": "azure:privatelink/endpoint:Endpoint", "name": "e", "properties": { "name": "e", "subnetId": "/v", "privateServiceConnection": { "privateConnectionResourceId": "/s", "subresourceNames": ["azuremonitor"] } } },
         { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "p", "properties": { "name": "p", "vnetSubnetId": "/u" } }]
        """;
}
