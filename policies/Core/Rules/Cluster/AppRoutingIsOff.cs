using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class AppRoutingIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-app-routing-is-off",
    Title = "The managed NGINX is not installed",
    Why = "It gets no fixes after November 2026.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6"), Framework.Nist("SA-22")],
    Remediation = "Leave webAppRouting out, or set defaultNginxController to None.",
    Good = ["""{ }""", """{ "webAppRouting": { "defaultNginxController": "None" } }"""],
    Bad = ["""{ "webAppRouting": { "dnsZoneIds": [] } }""", """{ "webAppRouting": { "defaultNginxController": "External" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["webAppRouting"].IsAbsent ? [] : resource["webAppRouting.defaultNginxController"].MustBe("None");
}
