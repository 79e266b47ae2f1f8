using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerHasASecurePort() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-has-a-secure-port",
    Title = "The API server has a port with TLS",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --secure-port=0.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--secure-port=6443"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--secure-port=0"] }] }"""],
    Equivalents = ["CKV_K8S_89", "AVD-KCV-0017", "C-0128", "kics:3d24b204-b73d-42cb-b0bf-1a5438c5f71e"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotBe("secure-port", "0");
}
