using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class UntaggedImagesAreRemoved() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-untagged-images-are-removed",
    Title = "Registries remove manifests that have no tag",
    Why = "Old images with known flaws can be pulled by digest for ever.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set retentionPolicyInDays.",
    Good = ["""{ "retentionPolicyInDays": 30 }""", """{ "retentionPolicy": { "enabled": true } }"""],
    Bad = ["""{ }""", """{ "retentionPolicy": { "enabled": false } }"""],
    Equivalents = ["CKV_AZURE_167"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["retentionPolicy.enabled"].IsAbsent ? resource["retentionPolicyInDays"].MustBeAtLeast(1) : resource["retentionPolicy.enabled"].MustBe(true);
}
