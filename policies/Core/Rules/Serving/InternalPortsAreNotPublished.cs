using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class InternalPortsAreNotPublished() : ResourcePolicy(new PolicyInfo
{
    Id = "serving-internal-ports-are-not-published",
    Title = "Ports between the parts of a server are not published",
    Why = "The ports of torch.distributed, Ray and cache transfer know no authentication: whoever reaches them runs code.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Service],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0049")],
    Remediation = "Publish only the API port, and only through the gateway.",
    Good = ["""{ "spec": { "type": "LoadBalancer", "ports": [{ "port": 8443 }] } }""", """{ "spec": { "clusterIP": "None", "ports": [{ "port": 29500 }] } }"""],
    Bad = ["""{ "spec": { "type": "LoadBalancer", "ports": [{ "port": 443 }, { "port": 29500 }] } }""", """{ "spec": { "type": "NodePort", "ports": [{ "port": 80, "targetPort": 8265 }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.type"].AsText is "LoadBalancer" or "NodePort"
        ? resource["spec.ports"].Items.Where(port => Ports.Contains(port["port"].AsNumber ?? 0) || Ports.Contains(port["targetPort"].AsNumber ?? 0)).Select(port => port["port"].Violation("not be a port between the parts of a model server")) : [];

    // torch.distributed, cache transfer, vLLM data parallel, Ray dashboard and client.
    private static readonly double[] Ports = [29500, 29501, 14579, 13345, 20001, 8265, 10001];
}
