using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class ContainersArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-containers-are-private",
    Title = "Containers are private",
    Why = "A public container is read by the internet.",
    Severity = Severity.Critical,
    Types = ["azure:storage/container:Container"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Remove containerAccessType.",
    Corrections = [new("containerAccessType", "\"private\"")],
    Good = ["""{ "containerAccessType": "private" }""", """{ }"""],
    Bad = ["""{ "containerAccessType": "blob" }"""],
    Equivalents = ["CKV_AZURE_34", "AVD-AZU-0007", "kics:dd5230f8-a577-4bbb-b7ac-f2c2fe7d5299", "kics:a0ab985d-660b-41f7-ac81-70957ee8e627"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["containerAccessType"].MustBeOneOf(["private"], whenAbsent: true);
}
