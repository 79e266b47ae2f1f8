using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class StorePeersHaveCertificates() : ComponentPolicy(new PolicyInfo
{
    Id = "component-store-peers-have-certificates",
    Title = "Members of etcd have certificates",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --peer-cert-file and --peer-key-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--peer-cert-file=/a", "--peer-key-file=/b"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--peer-key-file=/b"] }] }""", """{ "containers": [{ "name": "a", "command": ["etcd", "--peer-cert-file=/a"] }] }"""],
    Equivalents = ["CKV_K8S_119", "AVD-KCV-0045", "C-0156", "kics:09bb9e96-8da3-4736-b89a-b36814acca60"],
}, "etcd")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("peer-cert-file", "peer-key-file");
}
