using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerShowsKubeletsACertificate() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-shows-kubelets-a-certificate",
    Title = "The API server shows kubelets a certificate",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --kubelet-client-certificate and --kubelet-client-key.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--kubelet-client-certificate=/a", "--kubelet-client-key=/b"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--kubelet-client-key=/b"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--kubelet-client-certificate=/a"] }] }"""],
    Equivalents = ["CKV_K8S_72", "AVD-KCV-0005", "C-0116", "kics:36a27826-1bf5-49da-aeb0-a60a30c0e834"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("kubelet-client-certificate", "kubelet-client-key");
}
