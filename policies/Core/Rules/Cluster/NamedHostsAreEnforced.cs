using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NamedHostsAreEnforced() : StackPolicy(new PolicyInfo
{
    Id = "cluster-named-hosts-are-enforced",
    Title = "A cluster with policies by name can enforce them",
    Why = "Without advanced network security, policies by name or of layer 7 are refused: pods then have none.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "kubernetes:cilium.io/v2:CiliumNetworkPolicy"],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.OwaspAgentic("ASI02"), Framework.Mcsb("NS-1")],
    Remediation = "Set networkProfile.advancedNetworking.securityEnabled to true.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "properties": { "networkProfile": { "advancedNetworking": { "securityEnabled": true } } } }, { "type": "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p" }, "spec": { "egress": [{ "toFQDNs": [{ "matchName": "a.example" }] }] } } }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "properties": { } }]""", """[{ "type": "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p" }, "spec": { "egress": [{ "toFQDNs": [{ "matchName": "a.example" }] }] } } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "properties": { "networkProfile": { } } }, { "type": "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p" }, "spec": { "egress": [{ "toFQDNs": [{ "matchName": "a.example" }] }] } } }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "properties": { "networkProfile": { "advancedNetworking": { "securityEnabled": false } } } }, { "type": "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p" }, "spec": { "ingress": [{ "toPorts": [{ "ports": [{ "port": "80" }], "rules": { "http": [{ "method": "GET" }] } }] }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType(CiliumRules.Policy, CiliumRules.Clusterwide).Any(policy => CiliumRules.HasNames(policy) || CiliumRules.HasHttp(policy)) ? stack.OfType(Cluster).SelectMany(cluster => cluster["networkProfile.advancedNetworking.securityEnabled"].MustBe(true)) : [];

    private const string Cluster = "azure:containerservice/kubernetesCluster:KubernetesCluster";
}
