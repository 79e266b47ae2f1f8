using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Admission;

internal sealed class MutatorsLeaveSecretsAlone() : ResourcePolicy(new PolicyInfo
{
    Id = "admission-mutators-leave-secrets-alone",
    Title = "Webhooks that change objects leave secrets alone",
    Why = "Whoever answers for the webhook reads and writes every secret.",
    Severity = Severity.High,
    Types = [KubernetesTypes.MutatingWebhookConfiguration],
    Threats = [Threat.Disclosure, Threat.SupplyChain],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Name the kinds that it needs.",
    Good = ["""{ "webhooks": [{ "rules": [{ "resources": ["pods"] }] }] }"""],
    Bad = ["""{ "webhooks": [{ "rules": [{ "resources": ["*"] }] }] }""", """{ "webhooks": [{ "rules": [{ "resources": ["secrets"] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["webhooks"].Items.SelectMany(webhook => webhook["rules"].Items).SelectMany(rule => rule["resources"].Items).SelectMany(kind => kind.MustNotBe("*", "*/*", "secrets"));
}
