using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ExtensionsFailClosed() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-extensions-fail-closed",
    Title = "What decides about requests fails closed",
    Why = "A processor that is down otherwise lets everything through, unjudged.",
    Severity = Severity.High,
    Types = [GatewayRoutes.SecurityPolicy, GatewayRoutes.ExtensionPolicy, GatewayRoutes.Release],
    Threats = [Threat.ModelStealing, Threat.ResourceExhaustion, Threat.FullStack],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-24")],
    Remediation = "Set failOpen to false.",
    Corrections = [new("failOpen", "false")],
    Good = ["""{ "spec": { "extAuth": { "http": { } } } }""", """{ "spec": { "extAuth": { "failOpen": false } } }"""],
    Bad = ["""{ "spec": { "extAuth": { "failOpen": true } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["spec.extAuth.failOpen"], resource["values.config.envoyGateway.extensionManager.failOpen"] }.Concat(resource["spec.extProc"].Items.Select(processor => processor["failOpen"])).SelectMany(field => field.MustNotBe(true));
}
