using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class LayerSevenHasOneKeeper() : StackPolicy(new PolicyInfo
{
    Id = "cluster-layer-seven-has-one-keeper",
    Title = "Policies of layer 7 and the Istio add-on are not mixed",
    Why = "Cilium's rules for HTTP do not hold where Istio's proxies carry the traffic.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "kubernetes:cilium.io/v2:CiliumNetworkPolicy"],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Remove serviceMeshProfile or the http rules.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "properties": { } }, { "type": "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p" }, "spec": { "ingress": [{ "toPorts": [{ "ports": [{ "port": "80" }], "rules": { "http": [{ "method": "GET" }] } }] }] } } }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "properties": { "serviceMeshProfile": { "mode": "Istio" } } }, { "type": "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p" }, "spec": { "egress": [{ "toFQDNs": [{ "matchName": "a.example" }] }] } } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "properties": { "serviceMeshProfile": { "mode": "Istio" } } }, { "type": "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p" }, "spec": { "ingress": [{ "toPorts": [{ "ports": [{ "port": "80" }], "rules": { "http": [{ "method": "GET" }] } }] }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType(CiliumRules.Policy, CiliumRules.Clusterwide).Any(CiliumRules.HasHttp) ? stack.OfType(Cluster).SelectMany(cluster => cluster["serviceMeshProfile"].MustBeAbsent()) : [];

    private const string Cluster = "azure:containerservice/kubernetesCluster:KubernetesCluster";
}
