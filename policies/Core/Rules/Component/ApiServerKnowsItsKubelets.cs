using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerKnowsItsKubelets() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-knows-its-kubelets",
    Title = "The API server checks kubelets' certificates",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --kubelet-certificate-authority.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--kubelet-certificate-authority=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Equivalents = ["CKV_K8S_73", "AVD-KCV-0006", "C-0117", "kics:ec18a0d3-0069-4a58-a7fb-fbfe0b4bbbe0"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("kubelet-certificate-authority");
}
