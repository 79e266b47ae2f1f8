using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class FlexibleServersArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "database-flexible-servers-are-private",
    Title = "Flexible database servers are reached only over private networks",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:postgresql/flexibleServer:FlexibleServer", "azure:mysql/flexibleServer:FlexibleServer"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false, or delegate a subnet.",
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ "delegatedSubnetId": "/s" }""", """{ "publicNetworkAccess": "Disabled" }"""],
    Bad = ["""{ }""", """{ "publicNetworkAccessEnabled": true }""", """{ "publicNetworkAccess": "Enabled" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["delegatedSubnetId"].IsAbsent ? resource["publicNetworkAccessEnabled"].IsAbsent && !resource["publicNetworkAccess"].IsAbsent ? resource["publicNetworkAccess"].MustBe("Disabled") : resource["publicNetworkAccessEnabled"].MustBe(false) : [];
}
