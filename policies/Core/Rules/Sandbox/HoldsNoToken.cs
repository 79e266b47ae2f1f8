using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class HoldsNoToken() : WorkloadPolicy(new PolicyInfo
{
    Id = "sandbox-holds-no-token",
    Title = "Sandboxes hold no token of the cluster",
    Why = "A projected token speaks for the sandbox to the API server, or to the cloud.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0083"), Framework.OwaspAgentic("ASI03")],
    Remediation = "Remove serviceAccountToken, clusterTrustBundle and podCertificate sources, and workload identity labels.",
    Good = ["""{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }], "volumes": [{ "name": "c", "projected": { "sources": [{ "configMap": { "name": "c" } }] } }] }"""],
    Bad = ["""{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }], "volumes": [{ "name": "t", "projected": { "sources": [{ "serviceAccountToken": { "path": "t", "audience": "a" } }] } }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }], "volumes": [{ "name": "t", "projected": { "sources": [{ "podCertificate": { "keyType": "ED25519" } }] } }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        !ToolSandbox.Is(pod) ? [] : pod["volumes"].Items.SelectMany(volume => volume["projected.sources"].Items).SelectMany(source => Kinds.Select(source.Member)).Where(field => field.IsKnown).Select(field => field.Violation("not be in a sandbox"))
        .Concat(pod.Metadata["labels"].Member("azure.workload.identity/use").MustNotBe(true));

    private static readonly string[] Kinds = ["serviceAccountToken", "clusterTrustBundle", "podCertificate"];
}
