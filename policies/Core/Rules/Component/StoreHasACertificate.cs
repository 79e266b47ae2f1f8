using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class StoreHasACertificate() : ComponentPolicy(new PolicyInfo
{
    Id = "component-store-has-a-certificate",
    Title = "etcd has a certificate",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --cert-file and --key-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--cert-file=/a", "--key-file=/b"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--key-file=/b"] }] }""", """{ "containers": [{ "name": "a", "command": ["etcd", "--cert-file=/a"] }] }"""],
    Equivalents = ["CKV_K8S_116", "AVD-KCV-0042", "C-0153", "kics:075ca296-6768-4322-aea2-ba5063b969a9"],
}, "etcd")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("cert-file", "key-file");
}
