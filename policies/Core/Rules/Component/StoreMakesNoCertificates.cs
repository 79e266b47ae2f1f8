using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class StoreMakesNoCertificates() : ComponentPolicy(new PolicyInfo
{
    Id = "component-store-makes-no-certificates",
    Title = "etcd makes no certificates of its own for clients",
    Why = "A certificate that nobody signed proves nothing.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --auto-tls.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["etcd"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--auto-tls=true"] }] }"""],
    Equivalents = ["CKV_K8S_118", "AVD-KCV-0044", "C-0155", "kics:98ce8b81-7707-4734-aa39-627c6db3d84b"],
}, "etcd")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotBe("auto-tls", "true");
}
