using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class DeploymentSafeguardsEnforce() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-deployment-safeguards-enforce",
    Title = "Deployment safeguards refuse",
    Why = "A safeguard that warns is read by nobody.",
    Severity = Severity.High,
    Types = ["azure:containerservice/clusterDeploymentSafeguard:ClusterDeploymentSafeguard"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline"), Framework.Nist("CM-7")],
    Remediation = "Set level to Enforce and podSecurityStandardsLevel to Baseline or Restricted.",
    Corrections = [new("level", "\"Enforce\""), new("podSecurityStandardsLevel", "\"Baseline\"")],
    Good = ["""{ "level": "Enforce", "podSecurityStandardsLevel": "Restricted" }"""],
    Bad = ["""{ "level": "Warn", "podSecurityStandardsLevel": "Baseline" }""", """{ "level": "Enforce" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["level"].MustBe("Enforce").Concat(resource["podSecurityStandardsLevel"].MustBeOneOf(["Baseline", "Restricted"]));
}
