using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerShowsItsStoreACertificate() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-shows-its-store-a-certificate",
    Title = "The API server shows etcd a certificate",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --etcd-certfile and --etcd-keyfile.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--etcd-certfile=/a", "--etcd-keyfile=/b"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--etcd-keyfile=/b"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--etcd-certfile=/a"] }] }"""],
    Equivalents = ["CKV_K8S_99", "AVD-KCV-0026", "C-0137", "kics:895a5a95-3756-4b04-9924-2f3bc93181bd"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("etcd-certfile", "etcd-keyfile");
}
