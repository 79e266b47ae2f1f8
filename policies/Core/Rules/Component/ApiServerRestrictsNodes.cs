using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerRestrictsNodes() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-restricts-nodes",
    Title = "Nodes change only their own objects",
    Why = "One stolen node labels itself into the place of another.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Add NodeRestriction to --enable-admission-plugins.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=AlwaysPullImages"] }] }"""],
    Equivalents = ["CKV_K8S_85", "AVD-KCV-0016", "C-0127", "kics:33fc6923-6553-4fe6-9d3a-4efa51eb874b"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustName("enable-admission-plugins", "NodeRestriction");
}
