using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class VolumesAreNotWrittenByMany() : ResourcePolicy(new PolicyInfo
{
    Id = "data-volumes-are-not-written-by-many",
    Title = "Volumes are not written by many",
    Why = "What one pod writes, weights or caches among it, another runs.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.PersistentVolumeClaim],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Use ReadOnlyMany, or ReadWriteOnce.",
    Good = ["""{ "spec": { "accessModes": ["ReadOnlyMany"] } }"""],
    Bad = ["""{ "spec": { "accessModes": ["ReadWriteMany"] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.accessModes"].Items.SelectMany(mode => mode.MustNotBe("ReadWriteMany"));
}
