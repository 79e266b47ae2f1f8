using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerPullsImagesAgain() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-pulls-images-again",
    Title = "Private images are pulled with the credentials of who uses them",
    Why = "An admission plug-in that is off lets through what it was made to refuse.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Add AlwaysPullImages to --enable-admission-plugins.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=AlwaysPullImages"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"] }] }"""],
    Equivalents = ["CKV_K8S_80", "AVD-KCV-0012", "C-0123", "kics:a77f4d07-c6e0-4a48-8b35-0eeb51576f4f"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustName("enable-admission-plugins", "AlwaysPullImages");
}
