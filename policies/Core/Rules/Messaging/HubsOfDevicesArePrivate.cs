using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class HubsOfDevicesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-hubs-of-devices-are-private",
    Title = "IoT hubs are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:iot/ioTHub:IoTHub"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove publicNetworkAccessEnabled, or set it to false.",
    Corrections = [new("publicNetworkAccessEnabled", "false")],
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }"""],
    Equivalents = ["CKV_AZURE_108"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustNotBe(true);
}
