using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ApisSpeakHttps() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-apis-speak-https",
    Title = "APIs speak HTTPS only",
    Why = "Tokens and prompts travel in clear otherwise.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/api:Api"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set protocols to https.",
    Good = ["""{ "protocols": ["https"] }"""],
    Bad = ["""{ "protocols": ["http", "https"] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["protocols"].Items.SelectMany(protocol => protocol.MustBeOneOf(["https", "wss"]));
}
