using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class ProfilesKeepAYear() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-profiles-keep-a-year",
    Title = "Log profiles keep the activity log for a year",
    Why = "Break-ins are often found months later, when the record of them is gone.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/logProfile:LogProfile"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-6")],
    Remediation = "Set retentionPolicy.days to 365 or more, or enabled to false, which keeps the log for good. Log profiles are retired: a DiagnosticSetting of the subscription replaces them.",
    Good = ["""{ "retentionPolicy": { "enabled": true, "days": 365 } }""", """{ "retentionPolicy": { "enabled": false } }""", """{ "retentionPolicy": { "enabled": true, "days": 0 } }"""],
    Bad = ["""{ "retentionPolicy": { "enabled": true, "days": 7 } }""", """{ "retentionPolicy": { "enabled": true } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_37", "AVD-AZU-0031", "kics:2b856bf9-8e8c-4005-875f-303a8cba3918", "kics:25684eac-daaa-4c2c-94b4-8d2dbb627909"],
})
{
    public override IEnumerable<Finding> Check(Resource profile) =>
        profile["retentionPolicy.enabled"].UnlessIs("false", () => profile["retentionPolicy.days"].Must("be 0, which is for good, or at least 365", days => days.AsNumber is 0 or >= 365));
}
