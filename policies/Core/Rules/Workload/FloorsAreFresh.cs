using LlmOpsSecure.Policies.Floors;
using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class FloorsAreFresh() : StackPolicy(new PolicyInfo
{
    Id = "workload-floors-are-fresh",
    Title = "The list of version floors is fresh",
    Why = "Floors move every few weeks: an old list passes what is broken.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Pod],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.Nist("RA-5"), Framework.Nist("SI-2")],
    Remediation = "Update the policy pack, or floors.json in a fork.",
    Good = ["""{ "today": "2026-11-22", "resources": [{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }] }""", """{ "today": "2030-01-01", "resources": [{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }] }"""],
    Bad = ["""{ "today": "2030-01-01", "resources": [{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }] }"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        [];

    public override IEnumerable<Finding> Check(Stack stack, PolicyArguments arguments) =>
        arguments.Today > VersionFloors.FreshUntil && stack.Pods.FirstOrDefault(pod => pod.Containers.Any(container => container["image"].AsText is { } image && VersionFloors.OfImage(image) is not null)) is { } pod
            ? [new Violation(pod.Owner.Urn, "", $"the version floors must be fresh, but are of {VersionFloors.AsOf:yyyy-MM-dd}")] : [];
}
