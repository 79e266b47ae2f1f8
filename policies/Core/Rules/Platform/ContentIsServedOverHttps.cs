using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class ContentIsServedOverHttps() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-content-is-served-over-https",
    Title = "Content networks answer over HTTPS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = ["azure:cdn/endpoint:Endpoint"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove isHttpsAllowed, or set it to true.",
    Corrections = [new("isHttpsAllowed", "true")],
    Good = ["""{ "isHttpsAllowed": true }""", """{ }"""],
    Bad = ["""{ "isHttpsAllowed": false }"""],
    Equivalents = ["CKV_AZURE_198"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["isHttpsAllowed"].MustNotBe(false);
}
