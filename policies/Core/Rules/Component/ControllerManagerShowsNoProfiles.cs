using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ControllerManagerShowsNoProfiles() : ComponentPolicy(new PolicyInfo
{
    Id = "component-controller-manager-shows-no-profiles",
    Title = "The controller manager shows no profiles",
    Why = "Profiles show memory and traces of the component to whoever reaches the port.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --profiling=false.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--profiling=false"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--profiling=true"] }] }"""],
    Equivalents = ["CKV_K8S_107", "AVD-KCV-0034", "C-0145", "kics:2f491173-6375-4a84-b28e-a4e2b9a58a69"],
}, "kube-controller-manager")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("profiling", "false");
}
