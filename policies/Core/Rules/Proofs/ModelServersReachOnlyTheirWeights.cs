using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class ModelServersReachOnlyTheirWeights() : StackPolicy(new PolicyInfo
{
    Id = "proofs-model-servers-reach-only-their-weights",
    Title = "Of the platform's private endpoints a model server reaches at most that of a store of weights",
    Why = "Vaults, queues and logs behind private endpoints trust the network a little; a server that parses what callers send should not be on it.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Pod, KubernetesTypes.NetworkPolicy, "azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.ModelStealing, Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-7"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Let the network policies of the model servers name no range that holds other private endpoints, or give the store of weights a subnet of its own.",
    Good = [Example("azure:storage/account:Account", "10.0.0.0/24"), Example("azure:keyvault/keyVault:KeyVault", "10.0.1.0/24")],
    Bad = [Example("azure:keyvault/keyVault:KeyVault", "10.0.0.0/8"), Example("azure:servicebus/namespace:Namespace", "10.0.0.0/24")],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var servers = Reaching.ModelServers(stack);
        var proof = servers.Count > 0 ? stack.Once(NetworkProof.Of) : null;
        var endpoints = proof?.Endpoints.Where(endpoint => endpoint.TargetUrn is not { } urn || stack.Find(urn) is not { } target || TypeToken.Canonical(target.Type) != AzureNames.StorageAccount).ToList() ?? [];
        foreach (var server in endpoints.Count == 0 ? [] : proof!.Cluster.Workloads.Where(workload => servers.Contains(workload.Urn)))
        {
            var reached = endpoints.Select(endpoint => (Endpoint: endpoint, Reach: proof!.Between(new WorkloadEnd(server), endpoint))).Where(one => !one.Reach.IsDenied).OrderBy(one => one.Reach.Allowed.IsEmpty).ToList();
            if (reached is [var worst, ..])
            {
                var what = $"the model server must reach its weights only, but {server} {(worst.Reach.Allowed.IsEmpty ? "may reach" : "reaches")} {worst.Endpoint}: {worst.Reach.ToText()}{(reached.Count > 1 ? $"; and {reached.Count - 1} more" : "")}";
                yield return worst.Reach.Allowed.IsEmpty ? new Undetermined(server.Urn, "", what) : new Violation(server.Urn, "", what);
            }
        }
    }

    private static string Example(string target, string range) =>
        $$"""
        [{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } },
         { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Egress"], "egress": [{ "to": [{ "ipBlock": { "cidr": "{{range}}" } }], "ports": [{ "port": 443 }] }] } } },
         { "type": "{{target}}", "name": "t", "id": "/t", "properties": { "name": "t" } },
         { "type": "azure:network/subnet:Subnet", "name": "u", "id": "/u", "properties": { "name": "u", "addressPrefixes": ["10.0.0.0/24"] } },
         { "type": "azure:privatelink/endpoint:Endpoint", "name": "e", "properties": { "name": "e", "subnetId": "/u", "privateServiceConnection": { "privateConnectionResourceId": "/t", "subresourceNames": ["x"] } } }]
        """;
}
