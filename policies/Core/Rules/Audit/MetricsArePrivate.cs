using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class MetricsArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-metrics-are-private",
    Title = "Metrics are read over the private network",
    Why = "They tell who uses which model, and when.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/workspace:Workspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
