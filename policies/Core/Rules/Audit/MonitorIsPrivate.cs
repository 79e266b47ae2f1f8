using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class MonitorIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-monitor-is-private",
    Title = "Logs are sent and read over the private network only",
    Why = "By default the scope lets everything through that it does not know.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/privateLinkScope:PrivateLinkScope"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set ingestionAccessMode and queryAccessMode to PrivateOnly.",
    Good = ["""{ "ingestionAccessMode": "PrivateOnly", "queryAccessMode": "PrivateOnly" }"""],
    Bad = ["""{ "ingestionAccessMode": "PrivateOnly" }""", """{ "ingestionAccessMode": "Open", "queryAccessMode": "PrivateOnly" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["ingestionAccessMode"].MustBe("PrivateOnly").Concat(resource["queryAccessMode"].MustBe("PrivateOnly"));
}
