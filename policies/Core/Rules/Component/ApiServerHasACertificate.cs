using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerHasACertificate() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-has-a-certificate",
    Title = "The API server has a certificate of its own",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --tls-cert-file and --tls-private-key-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--tls-cert-file=/a", "--tls-private-key-file=/b"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--tls-private-key-file=/b"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--tls-cert-file=/a"] }] }"""],
    Equivalents = ["CKV_K8S_100", "AVD-KCV-0027", "C-0138", "kics:fa750c81-93c2-4fab-9c6d-d3fd3ce3b89f"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("tls-cert-file", "tls-private-key-file");
}
