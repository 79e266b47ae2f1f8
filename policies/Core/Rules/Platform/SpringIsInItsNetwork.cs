using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SpringIsInItsNetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-spring-is-in-its-network",
    Title = "Spring services are in your network",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:appplatform/springCloudService:SpringCloudService"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set network.",
    Good = ["""{ "network": { "appSubnetId": "/s" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV2_AZURE_23"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["skuName"].AsText?.Equals("B0", StringComparison.OrdinalIgnoreCase) == true ? [] : resource["network"].MustExist();
}
