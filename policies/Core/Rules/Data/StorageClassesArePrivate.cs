using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class StorageClassesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "data-storage-classes-are-private",
    Title = "Volumes are reached over the private network",
    Why = "Disks may be exported by a link, and shares mounted from anywhere, otherwise.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.StorageClass],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set networkAccessPolicy to DenyAll for disks, networkEndpointType to privateEndpoint for blobs and files.",
    Good = ["""{ "provisioner": "disk.csi.azure.com", "parameters": { "networkAccessPolicy": "DenyAll" } }""", """{ "provisioner": "blob.csi.azure.com", "parameters": { "networkEndpointType": "privateEndpoint" } }""", """{ "provisioner": "other" }"""],
    Bad = ["""{ "provisioner": "disk.csi.azure.com" }""", """{ "provisioner": "file.csi.azure.com", "parameters": { } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["provisioner"].AsText switch { "disk.csi.azure.com" => resource["parameters.networkAccessPolicy"].MustBeOneOf(["DenyAll", "AllowPrivate"]), "blob.csi.azure.com" or "file.csi.azure.com" => resource["parameters.networkEndpointType"].MustBe("privateEndpoint"), _ => [] };
}
