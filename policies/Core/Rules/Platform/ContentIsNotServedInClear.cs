using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class ContentIsNotServedInClear() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-content-is-not-served-in-clear",
    Title = "Content networks do not answer over HTTP",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = ["azure:cdn/endpoint:Endpoint"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set isHttpAllowed to false.",
    Corrections = [new("isHttpAllowed", "false")],
    Good = ["""{ "isHttpAllowed": false }"""],
    Bad = ["""{ "isHttpAllowed": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_197"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["isHttpAllowed"].MustBe(false);
}
