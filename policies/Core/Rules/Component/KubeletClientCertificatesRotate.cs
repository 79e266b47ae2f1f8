using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletClientCertificatesRotate() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-client-certificates-rotate",
    Title = "The kubelet's client certificate rotates",
    Why = "A stolen certificate otherwise lives for a year.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --rotate-certificates=false; in the configuration file set rotateCertificates to true.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--rotate-certificates=false"] }] }"""],
    Equivalents = ["CKV_K8S_149", "C-0182", "kics:52d70f2e-3257-474c-b3dc-8ad9ba6a061a"],
}, "kubelet", "rotateCertificates")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotBe("rotate-certificates", "false");

    // Absent is false: https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/#kubelet-config-k8s-io-v1beta1-KubeletConfiguration. An absent flag leaves it to the file.
    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustBe(true);
}
