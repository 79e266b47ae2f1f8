using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasNoModelOperator() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-has-no-model-operator",
    Title = "The AI toolchain operator is off",
    Why = "It turns on code of the model's for the servers that it generates, and asks callers for nothing.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0011.000"), Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Leave aiToolchainOperatorEnabled out, and run model servers that you wrote.",
    Corrections = [new("aiToolchainOperatorEnabled", "false")],
    Good = ["""{ "aiToolchainOperatorEnabled": false }""", """{ }"""],
    Bad = ["""{ "aiToolchainOperatorEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["aiToolchainOperatorEnabled"].MustNotBe(true);
}
