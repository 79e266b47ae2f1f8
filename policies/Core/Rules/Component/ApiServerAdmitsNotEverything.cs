using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerAdmitsNotEverything() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-admits-not-everything",
    Title = "The API server has no plug-in that admits everything",
    Why = "An admission plug-in that is off lets through what it was made to refuse.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove AlwaysAdmit from --enable-admission-plugins.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=AlwaysAdmit,NodeRestriction"] }] }"""],
    Equivalents = ["CKV_K8S_79", "AVD-KCV-0011", "C-0122", "kics:ce30e584-b33f-4c7d-b418-a3d7027f8f60"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotName("enable-admission-plugins", "AlwaysAdmit");
}
