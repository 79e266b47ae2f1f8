using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class VolumesAreOfHarmlessTypes() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-volumes-are-of-harmless-types",
    Title = "The volumes are of types that the restricted level allows",
    Why = "Other types reach the node or services without authentication.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Volume Types")],
    Remediation = "Use configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected or secret.",
    Good = ["""{ "volumes": [{ "name": "a", "persistentVolumeClaim": { "claimName": "a" } }], "containers": [] }"""],
    Bad = ["""{ "volumes": [{ "name": "a", "nfs": { "server": "s", "path": "/" } }], "containers": [] }"""],
    Equivalents = ["AVD-KSV-0028", "kyverno:restrict-volume-types", "gatekeeper:flexvolume-drivers", "gatekeeper:volumes"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["volumes"].Items.SelectMany(volume => volume.Members.Where(member => member.Name != "name" && !Allowed.Contains(member.Name) && !member.Field.IsAbsent).Select(member => volume.Member(member.Name).Violation("not be used")));

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal) { "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret" };
}
