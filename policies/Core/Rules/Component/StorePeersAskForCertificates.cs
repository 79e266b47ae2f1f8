using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class StorePeersAskForCertificates() : ComponentPolicy(new PolicyInfo
{
    Id = "component-store-peers-ask-for-certificates",
    Title = "Members of etcd ask each other for certificates",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --peer-client-cert-auth=true.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--peer-client-cert-auth=true"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["etcd"] }] }""", """{ "containers": [{ "name": "a", "command": ["etcd", "--peer-client-cert-auth=false"] }] }"""],
    Equivalents = ["CKV_K8S_121", "AVD-KCV-0046", "C-0157", "kics:b7d0181d-0a9b-4611-9d1c-1ad4f0b620ff"],
}, "etcd")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("peer-client-cert-auth", "true");
}
