using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SyncServicesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-sync-services-are-private",
    Title = "Storage sync services are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:storage/sync:Sync"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set incomingTrafficPolicy to AllowVirtualNetworksOnly.",
    Good = ["""{ "incomingTrafficPolicy": "AllowVirtualNetworksOnly" }"""],
    Bad = ["""{ "incomingTrafficPolicy": "AllowAllTraffic" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_64", "CKV_AZURE_250"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["incomingTrafficPolicy"].MustBeOneOf(["AllowVirtualNetworksOnly"]);
}
