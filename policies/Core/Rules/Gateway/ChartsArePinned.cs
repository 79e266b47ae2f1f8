using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ChartsArePinned() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-charts-are-pinned",
    Title = "Charts have a version",
    Why = "A chart without a version is whatever was pushed last.",
    Severity = Severity.High,
    Types = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart"],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("AI-2"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Set version, or name the chart by digest.",
    Good = ["""{ "chart": "a", "version": "1.2.3" }""", """{ "chart": "oci://r.example/a@sha256:00" }"""],
    Bad = ["""{ "chart": "a" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["version"].IsAbsent && resource["chart"].IsUnknown ? [resource["chart"].Undetermined("name a digest")] : resource["chart"].AsText?.Contains("@sha256:", StringComparison.Ordinal) == true ? [] : resource["version"].MustExist();
}
