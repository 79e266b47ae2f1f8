using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class NoPublicAddressLeadsIn() : StackPolicy(new PolicyInfo
{
    Id = "proofs-no-public-address-leads-in",
    Title = "From public addresses at most a gateway is reached, and that from ranges that are named",
    Why = "What the whole internet reaches is tried by the whole internet, the day after the next flaw is published.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.Service, KubernetesTypes.Gateway, "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-7"), Framework.CisAks("5.4.3")],
    Remediation = "Make the load balancer internal, take public addresses from the nodes, or name the callers' ranges in the security group and the network policies.",
    Good = [Example("true", "*"), Example("false", "203.0.113.0/24", "gateway")],
    Bad = [Example("false", "*"), Example("false", "203.0.113.0/24"), Example("false", "Internet", "gateway")],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var proof = stack.Once(NetworkProof.Of);
        if (!proof.HasNodes)
        {
            yield break;
        }

        var internet = proof.Cluster.Outside.Where(KnownAddresses.Internet.Covers).Select(addresses => new AddressEnd(addresses)).ToList();
        foreach (var workload in proof.Cluster.Workloads)
        {
            var reached = internet.Select(outside => (outside.Addresses, Reach: proof.Between(outside, new WorkloadEnd(workload)))).Where(one => !one.Reach.IsDenied).ToList();
            var isNamed = IsGateway(workload) && reached.Count < internet.Count(outside => outside.Addresses.Meets(AddressSet.V4));
            if (reached.Count > 0 && !isNamed)
            {
                var worst = reached.OrderBy(one => one.Reach.Allowed.IsEmpty).First();
                var what = $"no public address must lead to the pods, but {worst.Addresses} {(worst.Reach.Allowed.IsEmpty ? "may reach" : "reaches")} {workload}: {worst.Reach.ToText()}";
                yield return worst.Reach.Allowed.IsEmpty ? new Undetermined(workload.Urn, "", what) : new Violation(workload.Urn, "", what);
            }
        }
    }

    private static bool IsGateway(Policies.Proofs.Network.Workload workload) => workload.Kind == EnvoyGateways.Kind || workload.Labels.Values.Any(value => value?.Contains("gateway", StringComparison.OrdinalIgnoreCase) == true || value?.Contains("ingress", StringComparison.OrdinalIgnoreCase) == true);

    private static string Example(string isInternal, string source, string name = "server") =>
        $$"""
        [{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "{{name}}" } }, "spec": { "containers": [] } } },
         { "type": "kubernetes:core/v1:Service", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n", "annotations": { "service.beta.kubernetes.io/azure-load-balancer-internal": "{{isInternal}}" } }, "spec": { "type": "LoadBalancer", "selector": { "app": "{{name}}" }, "ports": [{ "port": 443 }] } } },
         { "type": "azure:network/subnet:Subnet", "name": "u", "id": "/u", "properties": { "name": "u", "addressPrefixes": ["10.0.0.0/24"] } },
         { "type": "azure:network/networkSecurityGroup:NetworkSecurityGroup", "name": "g", "id": "/g", "properties": { "name": "g", "securityRules": [
           { "name": "in", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "443", "sourceAddressPrefix": "{{source}}", "destinationAddressPrefix": "*" },
           { "name": "no", "priority": 200, "direction": "Inbound", "access": "Deny", "protocol": "*", "sourcePortRange": "*", "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*" }] } },
         { "type": "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "name": "o", "properties": { "subnetId": "/u", "networkSecurityGroupId": "/g" } },
         { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "p", "properties": { "name": "p", "vnetSubnetId": "/u" } }]
        """;
}
