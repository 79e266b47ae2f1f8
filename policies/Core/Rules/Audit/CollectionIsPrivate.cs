using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class CollectionIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-collection-is-private",
    Title = "Logs are collected over the private network",
    Why = "Anybody may otherwise send logs, and bury the ones that matter.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/dataCollectionEndpoint:DataCollectionEndpoint"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-7")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ }""", """{ "publicNetworkAccessEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
