using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class JobsEnd() : ResourcePolicy(new PolicyInfo
{
    Id = "sandbox-jobs-end",
    Title = "Jobs that run tools end",
    Why = "A tool that never ends is a foothold.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Job],
    Threats = [Threat.ToolExploitation],
    Controls = [Framework.OwaspAgentic("ASI10"), Framework.Atlas("AML.T0034.002")],
    Remediation = "Set activeDeadlineSeconds.",
    Good = ["""{ "spec": { "activeDeadlineSeconds": 600, "template": { "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [] } } } }""", """{ "spec": { "template": { "spec": { "containers": [] } } } }"""],
    Bad = ["""{ "spec": { "template": { "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [] } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        PodSpec.Of(resource).Any(ToolSandbox.Is) && resource["spec.template.spec.activeDeadlineSeconds"].IsAbsent ? resource["spec.activeDeadlineSeconds"].MustExist() : [];
}
