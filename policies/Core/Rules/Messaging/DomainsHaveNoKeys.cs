using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class DomainsHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-domains-have-no-keys",
    Title = "Event Grid domains take no keys",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:eventgrid/domain:Domain"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set localAuthEnabled to false.",
    Corrections = [new("localAuthEnabled", "false")],
    Good = ["""{ "localAuthEnabled": false }"""],
    Bad = ["""{ "localAuthEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_195"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthEnabled"].MustBe(false);
}
