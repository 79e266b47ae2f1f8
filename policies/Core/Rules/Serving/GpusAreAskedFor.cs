using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class GpusAreAskedFor() : WorkloadPolicy(new PolicyInfo
{
    Id = "serving-gpus-are-asked-for",
    Title = "GPUs are asked for, not taken",
    Why = "A container that names devices by a variable sees GPUs that the scheduler gave to others.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Nist("SC-4")],
    Remediation = "Remove NVIDIA_VISIBLE_DEVICES and request nvidia.com/gpu.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "NVIDIA_VISIBLE_DEVICES", "value": "void" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "resources": { "limits": { "nvidia.com/gpu": "1" } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "NVIDIA_DRIVER_CAPABILITIES", "value": "compute,utility" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "NVIDIA_VISIBLE_DEVICES", "value": "all" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a:1", "args": [], "env": [{ "name": "NVIDIA_VISIBLE_DEVICES", "value": "0" }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Select(container => container.Variable("NVIDIA_VISIBLE_DEVICES")).Where(variable => !variable.IsAbsent && variable["valueFrom"].IsAbsent).SelectMany(variable => variable["value"].Must("be 'void' or 'none'", value => value.AsText is "void" or "none" or "", whenAbsent: true));
}
