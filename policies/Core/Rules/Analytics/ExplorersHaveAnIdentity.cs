using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class ExplorersHaveAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-explorers-have-an-identity",
    Title = "Data Explorer clusters have an identity",
    Why = "Without an identity it needs stored credentials to call others.",
    Severity = Severity.Low,
    Types = ["azure:kusto/cluster:Cluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set identity.type.",
    Good = ["""{ "identity": { "type": "SystemAssigned" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_181"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustExist();
}
