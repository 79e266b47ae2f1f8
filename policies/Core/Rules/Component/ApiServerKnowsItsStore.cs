using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerKnowsItsStore() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-knows-its-store",
    Title = "The API server checks etcd's certificate",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --etcd-cafile.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--etcd-cafile=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Equivalents = ["CKV_K8S_102", "AVD-KCV-0029", "C-0140", "kics:3f5ff8a7-5ad6-4d02-86f5-666307da1b20"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("etcd-cafile");
}
