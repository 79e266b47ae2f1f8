using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class ScaleSetsPatchThemselves() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-scale-sets-patch-themselves",
    Title = "Scale sets patch their system",
    Why = "Old runtimes no longer get security fixes.",
    Severity = Severity.Low,
    Types = ["azure:compute/scaleSet:ScaleSet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set automaticOsUpgrade and osProfileWindowsConfig.enableAutomaticUpgrades to true.",
    Good = ["""{ "automaticOsUpgrade": true, "osProfileWindowsConfig": { "enableAutomaticUpgrades": true } }"""],
    Bad = ["""{ }""", """{ "automaticOsUpgrade": true }"""],
    Equivalents = ["CKV_AZURE_95"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["automaticOsUpgrade"].MustBe(true).Concat(resource["osProfileWindowsConfig.enableAutomaticUpgrades"].MustBe(true)).Take(1);
}
