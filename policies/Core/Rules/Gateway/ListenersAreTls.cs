using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ListenersAreTls() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-listeners-are-tls",
    Title = "Gateway listeners use TLS",
    Why = "Prompts, answers and tokens travel in clear otherwise.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Gateway],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("AI-2"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Set protocol to HTTPS with a certificate.",
    Good = ["""{ "spec": { "listeners": [{ "name": "a", "protocol": "HTTPS" }] } }"""],
    Bad = ["""{ "spec": { "listeners": [{ "name": "a", "protocol": "HTTP" }, { "name": "b", "protocol": "HTTPS" }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.listeners"].Items.SelectMany(listener => listener.Member("protocol").MustBeOneOf(["HTTPS", "TLS"]));
}
