using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class TopicsHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-topics-have-no-keys",
    Title = "Event Grid topics take no keys",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:eventgrid/topic:Topic"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set localAuthEnabled to false.",
    Corrections = [new("localAuthEnabled", "false")],
    Good = ["""{ "localAuthEnabled": false }"""],
    Bad = ["""{ "localAuthEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_192"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthEnabled"].MustBe(false);
}
