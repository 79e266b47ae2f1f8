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
    Good = ["""{ "network": { "appSubnetId": "/s", "serviceRuntimeSubnetId": "/r" } }"""],
    Bad = ["""{ }""", """{ "skuName": "B0" }"""],
    Equivalents = ["CKV2_AZURE_23"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        string.Equals(resource["skuName"].AsText, "B0", StringComparison.OrdinalIgnoreCase) ? resource["skuName"].MustNotBe("B0") : resource["network.serviceRuntimeSubnetId"].MustExist();
}
