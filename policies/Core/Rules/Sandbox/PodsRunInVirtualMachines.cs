using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class PodsRunInVirtualMachines() : StackPolicy(new PolicyInfo
{
    Id = "sandbox-pods-run-in-virtual-machines",
    Title = "Sandboxes run in virtual machines of their own",
    Why = "A flaw of the kernel (CVE-2026-31431) makes any process root on the node; what a model wrote is not to share it.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.Pod, "kubernetes:extensions.agents.x-k8s.io/v1beta1:SandboxTemplate"],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.OwaspAgentic("ASI05"), Framework.OwaspLlm("LLM01:2026"), Framework.OwaspLlm("LLM01:2025"), Framework.Atlas("AML.T0105")],
    Remediation = "Set runtimeClassName to kata-vm-isolation, or to gVisor where you installed it.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "llmops/sandbox": "a" } }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "role": "sandbox" } }, "spec": { "runtimeClassName": "gvisor", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "containers": [] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "llmops/sandbox": "a" } }, "spec": { "containers": [] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app.kubernetes.io/component": "code-interpreter" } }, "spec": { "runtimeClassName": "nvidia", "containers": [] } } }]""", """[{ "type": "kubernetes:extensions.agents.x-k8s.io/v1beta1:SandboxTemplate", "name": "t", "properties": { "spec": { "podTemplate": { "spec": { "containers": [] } } } } }]"""],
    Equivalents = ["C-0297"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.Pods.Where(ToolSandbox.Is).SelectMany(pod => pod["runtimeClassName"].Must("be kata-vm-isolation or gvisor", name => ToolSandbox.Isolates(name.AsText)));
}
