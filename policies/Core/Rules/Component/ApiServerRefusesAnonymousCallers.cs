using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerRefusesAnonymousCallers() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-refuses-anonymous-callers",
    Title = "The API server refuses callers without a name",
    Why = "Whoever reaches the port asks as system:anonymous.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --anonymous-auth=false.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--anonymous-auth=false"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--anonymous-auth=true"] }] }"""],
    Equivalents = ["CKV_K8S_68", "AVD-KCV-0001", "C-0113", "kics:1de5cc51-f376-4638-a940-20f2e85ae238"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("anonymous-auth", "false");
}
