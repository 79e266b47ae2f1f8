using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class StoreAsksForCertificates() : ComponentPolicy(new PolicyInfo
{
    Id = "component-store-asks-for-certificates",
    Title = "etcd asks clients for a certificate",
    Why = "Whoever reaches etcd has every secret of the cluster.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --client-cert-auth=true.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--client-cert-auth=true"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["etcd"] }] }""", """{ "containers": [{ "name": "a", "command": ["etcd", "--client-cert-auth=false"] }] }"""],
    Equivalents = ["CKV_K8S_117", "AVD-KCV-0043", "C-0154", "kics:9391103a-d8d7-4671-ac5d-606ba7ccb0ac"],
}, "etcd")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("client-cert-auth", "true");
}
