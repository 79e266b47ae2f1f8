using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerChecksImages() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-checks-images",
    Title = "The API server asks a webhook about images",
    Why = "An admission plug-in that is off lets through what it was made to refuse.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Add ImagePolicyWebhook to --enable-admission-plugins, or sign images and check signatures by an admission policy.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=ImagePolicyWebhook"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"] }] }"""],
    Equivalents = ["kics:14abda69-8e91-4acb-9931-76e2bee90284"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustName("enable-admission-plugins", "ImagePolicyWebhook");
}
