using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletCertificatesRotate() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-certificates-rotate",
    Title = "Kubelets' serving certificates rotate",
    Why = "An old certificate ends, or lives too long.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove RotateKubeletServerCertificate=false.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--feature-gates=RotateKubeletServerCertificate=false"] }] }""", """{ "containers": [{ "name": "a", "command": ["kubelet", "--feature-gates=RotateKubeletServerCertificate=false"] }] }"""],
    Equivalents = ["CKV_K8S_112", "AVD-KCV-0038", "C-0149", "kics:1c621b8e-2c6a-44f5-bd6a-fb0fb7ba33e2"],
}, "kube-controller-manager", "featureGates.RotateKubeletServerCertificate")
{
    public override IEnumerable<Finding> Check(PodSpec pod) => base.Check(pod).Concat(pod.Once(Components.Of).Of("kubelet").SelectMany(this.Check));

    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.Must("feature-gates", "not switch RotateKubeletServerCertificate off", value => !value.Contains("RotateKubeletServerCertificate=false", StringComparison.OrdinalIgnoreCase), whenAbsent: true);

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustNotBe(false);
}
