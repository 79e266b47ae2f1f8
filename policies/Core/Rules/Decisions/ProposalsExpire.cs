using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Decisions;

internal sealed class ProposalsExpire() : ResourcePolicy(new PolicyInfo
{
    Id = "decisions-proposals-expire",
    Title = "Proposals expire",
    Why = "An old proposal is approved in another situation than it was made in.",
    Severity = Severity.Low,
    Types = ["azure:servicebus/queue:Queue"],
    Threats = [Threat.DecisionExploitation],
    Controls = [Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.OwaspAgentic("ASI08")],
    Remediation = "Set defaultMessageTtl to days, not years.",
    Good = ["""{ "defaultMessageTtl": "P1D" }""", """{ "defaultMessageTtl": "PT12H" }"""],
    Bad = ["""{ }""", """{ "defaultMessageTtl": "P10675199DT2H48M5.4775807S" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["defaultMessageTtl"].Must("be at most 30 days", ttl => Days(ttl.AsText) is { } days && days <= 30);

    private static double? Days(string? text)
    {
        try
        {
            return text is null ? null : System.Xml.XmlConvert.ToTimeSpan(text).TotalDays;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null; // no length of time
        }
    }
}
