using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class SandboxesLeaveOnlyByAList() : StackPolicy(new PolicyInfo
{
    Id = "proofs-sandboxes-leave-only-by-a-list",
    Title = "What a sandbox can call sends nothing to the internet but to hosts that a list names",
    Why = "A proxy without a list is the internet with one more hop, for whatever a model was talked into sending.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Pod, KubernetesTypes.NetworkPolicy, KubernetesTypes.ConfigMap],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0086"), Framework.OwaspAgentic("ASI02"), Framework.OwaspLlm("LLM06:2025"), Framework.Nist("SC-7")],
    Remediation = "Select the proxy with a CiliumNetworkPolicy of toFQDNs, or let its Squid allow named hosts only and deny all others last.",
    Good = [Example("", """{ "podSelector": { }, "policyTypes": ["Egress"], "egress": [{ "to": [{ "podSelector": { } }] }] }"""), Example("acl a dstdomain api.example.com\\nhttp_access allow a\\nhttp_access deny all", Open)],
    Bad = [Example("http_access allow all", Open), Example("acl a dstdomain api.example.com\\nhttp_access allow a", Open)],
})
{
    private const string Open = """{ "podSelector": { "matchLabels": { "llmops/sandbox": "s" } }, "policyTypes": ["Egress"], "egress": [{ "to": [{ "podSelector": { } }] }] }""";

    public override IEnumerable<Finding> Check(Stack stack)
    {
        var sandboxes = Reaching.Sandboxes(stack);
        if (sandboxes.Count == 0)
        {
            yield break;
        }

        var proof = stack.Once(NetworkProof.Of);
        var relays = proof.Relays.ToLookup(relay => relay.Workload.ToString());
        var internet = proof.Cluster.Outside.Where(addresses => addresses.Meets(KnownAddresses.Internet)).Select(addresses => new AddressEnd(addresses)).ToList();
        foreach (var (target, sources) in proof.Cluster.Workloads.Where(one => !sandboxes.Contains(one.Urn))
            .Select(target => (target, proof.Cluster.Workloads.Where(one => sandboxes.Contains(one.Urn)).Select(sandbox => (Sandbox: sandbox, Reach: proof.Between(new WorkloadEnd(sandbox), new WorkloadEnd(target)))).Where(one => !one.Reach.IsDenied).ToList())))
        {
            var onward = internet.Select(outside => proof.Between(new WorkloadEnd(target), outside)).Aggregate(Reach.None, (all, one) => all.Union(one));
            if (sources.Count == 0 || onward.IsDenied || relays[target.ToString()].Any(relay => relay.Hosts is not null))
            {
                continue;
            }

            var (sandbox, reach) = sources[0];
            var what = $"{sandbox} must send nothing to the internet by way of others, but reaches {target} ({reach.ToText()}), which reaches public addresses ({onward.ToText()}) without a list of hosts";
            yield return reach.Allowed.IsEmpty || onward.Allowed.IsEmpty ? new Undetermined(sandbox.Urn, "", what) : new Violation(sandbox.Urn, "", what);
        }
    }

    private static string Example(string squid, string policy) =>
        $$"""
        [{ "type": "kubernetes:core/v1:Pod", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n", "labels": { "llmops/sandbox": "s" } }, "spec": { "containers": [{ "name": "a", "image": "r.example/a:1" }] } } },
         { "type": "kubernetes:core/v1:Pod", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "containers": [{ "name": "squid", "image": "r.example/squid:6" }], "volumes": [{ "name": "c", "configMap": { "name": "c" } }] } } },
         { "type": "kubernetes:core/v1:ConfigMap", "name": "c", "properties": { "metadata": { "name": "c", "namespace": "n" }, "data": { "squid.conf": "{{squid}}" } } },
         { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": {{policy}} } }]
        """;
}
