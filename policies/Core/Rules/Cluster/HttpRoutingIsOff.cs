using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HttpRoutingIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-http-routing-is-off",
    Title = "The HTTP routing add-on is off",
    Why = "It publishes services in a public zone and is not supported any more.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Remove httpApplicationRoutingEnabled.",
    Corrections = [new("httpApplicationRoutingEnabled", "false")],
    Good = ["""{ "httpApplicationRoutingEnabled": false }""", """{ }"""],
    Bad = ["""{ "httpApplicationRoutingEnabled": true }"""],
    Equivalents = ["CKV_AZURE_246"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["httpApplicationRoutingEnabled"].MustNotBe(true);
}
