using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerShowsNoProfiles() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-shows-no-profiles",
    Title = "The API server shows no profiles",
    Why = "Profiles show memory and traces of the component to whoever reaches the port.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --profiling=false.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--profiling=false"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--profiling=true"] }] }"""],
    Equivalents = ["CKV_K8S_90", "AVD-KCV-0018", "C-0129", "kics:2f491173-6375-4a84-b28e-a4e2b9a58a69"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("profiling", "false");
}
