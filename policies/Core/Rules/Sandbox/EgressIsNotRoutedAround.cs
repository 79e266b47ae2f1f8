using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class EgressIsNotRoutedAround() : StackPolicy(new PolicyInfo
{
    Id = "sandbox-egress-is-not-routed-around",
    Title = "Sandboxes and model servers do not leave around the network policies",
    Why = "Network policies do not hold for what leaves through a static egress gateway.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Pod],
    Threats = [Threat.ToolExploitation, Threat.Disclosure, Threat.ModelStealing],
    Controls = [Framework.Atlas("AML.T0025"), Framework.OwaspAgentic("ASI02"), Framework.Nist("SC-7")],
    Remediation = "Remove the annotation kubernetes.azure.com/static-gateway-configuration.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "annotations": { "kubernetes.azure.com/static-gateway-configuration": "g" } }, "spec": { "containers": [] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "annotations": { "kubernetes.azure.com/static-gateway-configuration": "g" } }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.Pods.Where(pod => ToolSandbox.Is(pod) || pod.Servers.Count > 0).Select(pod => pod.Metadata["annotations"].Member("kubernetes.azure.com/static-gateway-configuration")).Where(annotation => !annotation.IsAbsent).Select(annotation => annotation.Violation("not be set on a sandbox or model server"));
}
