using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FrontDoorsHaveAFirewall() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-front-doors-have-a-firewall",
    Title = "Front doors have a web application firewall",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:frontdoor/frontdoor:Frontdoor"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set webApplicationFirewallPolicyLinkId.",
    Good = ["""{ "frontendEndpoints": [ { "webApplicationFirewallPolicyLinkId": "/w" } ] }"""],
    Bad = ["""{ "frontendEndpoints": [ { "name": "a" } ] }"""],
    Equivalents = ["CKV_AZURE_121", "kics:835a4f2f-df43-437d-9943-545ccfc55961"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["frontendEndpoints"].IsKnown ? resource["frontendEndpoints"].EachMust(endpoint => endpoint["webApplicationFirewallPolicyLinkId"].MustExist()) : resource["frontendEndpoints"].IsUnknown ? [] : resource["frontendEndpoints"].MustExist();
}
