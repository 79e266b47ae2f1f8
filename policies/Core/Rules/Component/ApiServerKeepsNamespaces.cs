using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerKeepsNamespaces() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-keeps-namespaces",
    Title = "The API server refuses objects in namespaces that end",
    Why = "An admission plug-in that is off lets through what it was made to refuse.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove NamespaceLifecycle from --disable-admission-plugins.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--disable-admission-plugins=NamespaceLifecycle"] }] }"""],
    Equivalents = ["CKV_K8S_83", "AVD-KCV-0015", "C-0126", "kics:1ffe7bf7-563b-4b3d-a71d-ba6bd8d49b37"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotName("disable-admission-plugins", "NamespaceLifecycle");
}
