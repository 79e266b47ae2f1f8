using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Admission;

internal sealed class WebhooksStayInTheCluster() : ResourcePolicy(new PolicyInfo
{
    Id = "admission-webhooks-stay-in-the-cluster",
    Title = "Webhooks are services of the cluster",
    Why = "Every object, secrets among them, is sent to the address.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ValidatingWebhookConfiguration, KubernetesTypes.MutatingWebhookConfiguration],
    Threats = [Threat.Disclosure, Threat.SupplyChain],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Use clientConfig.service.",
    Good = ["""{ "webhooks": [{ "clientConfig": { "service": { "name": "a", "namespace": "n" } } }] }"""],
    Bad = ["""{ "webhooks": [{ "clientConfig": { "url": "https://a.example" } }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["webhooks"].Items.SelectMany(webhook => webhook["clientConfig.url"].MustBeAbsent());
}
