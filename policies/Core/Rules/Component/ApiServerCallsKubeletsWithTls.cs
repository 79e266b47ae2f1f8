using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerCallsKubeletsWithTls() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-calls-kubelets-with-tls",
    Title = "The API server calls kubelets over TLS",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --kubelet-https.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--kubelet-https=false"] }] }"""],
    Equivalents = ["CKV_K8S_71", "AVD-KCV-0004", "kics:cdc8b54e-6b16-4538-a1b0-35849dbe29cf"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotBe("kubelet-https", "false");
}
