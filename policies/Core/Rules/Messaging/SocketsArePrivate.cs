using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class SocketsArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-sockets-are-private",
    Title = "SignalR and Web PubSub services are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:signalr/service:Service", "azure:webpubsub/service:Service"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Corrections = [new("publicNetworkAccessEnabled", "false")],
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
