using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class SocketsHaveAServiceLevel() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-sockets-have-a-service-level",
    Title = "SignalR and Web PubSub services have a service level",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:signalr/service:Service", "azure:webpubsub/service:Service"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Choose a Standard or Premium SKU.",
    Good = ["""{ "sku": { "name": "Standard_S1" } }""", """{ "sku": "Standard_S1" }"""],
    Bad = ["""{ "sku": { "name": "Free_F1" } }""", """{ "sku": "Free_F1" }"""],
    Equivalents = ["CKV_AZURE_175", "CKV_AZURE_196"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["sku.name"], resource["sku"] }.Take(resource["sku"].Kind == PropertyKind.Text ? 2 : 1).SelectMany(sku => sku.MustNotBe("Free_F1"));
}
