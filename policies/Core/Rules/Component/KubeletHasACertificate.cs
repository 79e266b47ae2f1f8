using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletHasACertificate() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-has-a-certificate",
    Title = "The kubelet has a certificate of the cluster",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --tls-cert-file and --tls-private-key-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--tls-cert-file=/a", "--tls-private-key-file=/b"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--tls-private-key-file=/b"] }] }""", """{ "containers": [{ "name": "a", "command": ["kubelet", "--tls-cert-file=/a"] }] }"""],
    Equivalents = ["CKV_K8S_148", "C-0181", "kics:fa750c81-93c2-4fab-9c6d-d3fd3ce3b89f"],
}, "kubelet", "tlsCertFile")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("tls-cert-file", "tls-private-key-file");

    // Where the kubelet asks for its certificate it needs no file.
    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.Resource["serverTLSBootstrap"].AsBoolean == true ? [] : setting.MustExist();
}
