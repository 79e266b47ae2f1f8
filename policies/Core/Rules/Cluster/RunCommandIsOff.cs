using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class RunCommandIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-run-command-is-off",
    Title = "Commands cannot be run through the management plane",
    Why = "Run-command is cluster-admin for whoever may write the Azure resource.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set runCommandEnabled to false.",
    Corrections = [new("runCommandEnabled", "false")],
    Good = ["""{ "runCommandEnabled": false }"""],
    Bad = ["""{ "runCommandEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["runCommandEnabled"].MustBe(false);
}
