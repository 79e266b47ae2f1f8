using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerKeepsServiceAccounts() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-keeps-service-accounts",
    Title = "The API server gives pods a service account",
    Why = "An admission plug-in that is off lets through what it was made to refuse.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove ServiceAccount from --disable-admission-plugins.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--disable-admission-plugins=ServiceAccount"] }] }"""],
    Equivalents = ["CKV_K8S_82", "AVD-KCV-0014", "C-0125", "kics:9587c890-0524-40c2-9ce2-663af7c2f063"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotName("disable-admission-plugins", "ServiceAccount");
}
