using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class ServicesHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-services-have-no-keys",
    Title = "Azure AI services take no keys",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.High,
    Types = ["azure:cognitive/account:Account"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set localAuthEnabled to false.",
    Good = ["""{ "localAuthEnabled": false }""", """{ "localAuthenticationEnabled": false }"""],
    Bad = ["""{ }""", """{ "localAuthEnabled": true }"""],
    Equivalents = ["CKV_AZURE_236"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthenticationEnabled"].IsAbsent ? resource["localAuthEnabled"].MustBe(false) : resource["localAuthenticationEnabled"].MustBe(false);
}
