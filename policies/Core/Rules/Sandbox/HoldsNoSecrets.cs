using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class HoldsNoSecrets() : WorkloadPolicy(new PolicyInfo
{
    Id = "sandbox-holds-no-secrets",
    Title = "Sandboxes hold no secrets",
    Why = "What a model can run can read what its sandbox holds, and send it where the sandbox may reach.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0098"), Framework.Atlas("AML.T0083"), Framework.OwaspAgentic("ASI03"), Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Let a proxy outside the sandbox add credentials to its calls.",
    Good = ["""{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1", "env": [{ "name": "A", "value": "b" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a:1", "envFrom": [{ "secretRef": { "name": "s" } }] }] }"""],
    Bad = ["""{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }], "volumes": [{ "name": "s", "secret": { "secretName": "s" } }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1", "env": [{ "name": "A", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } }] }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1", "envFrom": [{ "secretRef": { "name": "s" } }] }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }], "volumes": [{ "name": "s", "csi": { "driver": "secrets-store.csi.k8s.io" } }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod)
    {
        if (!ToolSandbox.Is(pod))
        {
            return [];
        }

        var volumes = pod["volumes"].Items.SelectMany(volume => new[] { volume["secret"] }.Concat(volume["projected.sources"].Items.Select(source => source["secret"])).Append(volume["csi.driver"].AsText == "secrets-store.csi.k8s.io" ? volume["csi"] : volume["secret"]).DistinctBy(field => field.Path));
        var variables = pod.Containers.SelectMany(container => container["env"].Items.Select(entry => entry["valueFrom.secretKeyRef"]).Concat(container["envFrom"].Items.Select(source => source["secretRef"])));
        return volumes.Concat(variables).Where(field => field.IsKnown).Select(field => new Violation(pod.Owner.Urn, field.Path, $"{field.Path} must not be in a sandbox"));
    }
}
