using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Admission;

internal sealed class WebhooksFailClosed() : ResourcePolicy(new PolicyInfo
{
    Id = "admission-webhooks-fail-closed",
    Title = "Admission webhooks fail closed",
    Why = "A webhook that is ignored when it is down is switched off by taking it down.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ValidatingWebhookConfiguration, KubernetesTypes.MutatingWebhookConfiguration],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set failurePolicy to Fail.",
    Corrections = [new("failurePolicy", "\"Fail\"")],
    Good = ["""{ "webhooks": [{ "name": "a", "failurePolicy": "Fail" }, { "name": "b" }] }"""],
    Bad = ["""{ "webhooks": [{ "name": "a", "failurePolicy": "Ignore" }, { "name": "b" }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["webhooks"].Items.SelectMany(hook => hook.Member("failurePolicy").MustBe("Fail", whenAbsent: true));
}
