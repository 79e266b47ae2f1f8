using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class StorePeersMakeNoCertificates() : ComponentPolicy(new PolicyInfo
{
    Id = "component-store-peers-make-no-certificates",
    Title = "Members of etcd make no certificates of their own",
    Why = "A certificate that nobody signed proves nothing.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --peer-auto-tls.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["etcd"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["etcd", "--peer-auto-tls=true"] }] }"""],
    Equivalents = ["AVD-KCV-0047", "C-0158", "kics:ae8827e2-4af9-4baa-9998-87539ae0d6f0"],
}, "etcd")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotBe("peer-auto-tls", "true");
}
