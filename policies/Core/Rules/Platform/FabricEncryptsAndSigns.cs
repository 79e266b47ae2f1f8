using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class FabricEncryptsAndSigns() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-fabric-encrypts-and-signs",
    Title = "Service Fabric clusters encrypt and sign",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = ["azure:servicefabric/cluster:Cluster"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set ClusterProtectionLevel in fabricSettings.",
    Good = ["""{ "fabricSettings": [ { "name": "Security", "parameters": { "ClusterProtectionLevel": "EncryptAndSign" } } ] }"""],
    Bad = ["""{ }""", """{ "fabricSettings": [ { "name": "Security", "parameters": { "ClusterProtectionLevel": "Sign" } } ] }"""],
    Equivalents = ["CKV_AZURE_125"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["fabricSettings"].IsUnknown ? [resource["fabricSettings"].Undetermined("set ClusterProtectionLevel to EncryptAndSign")] : resource["fabricSettings"].Items.Any(setting => setting["name"].IsUnknown || setting["parameters"].IsUnknown || setting["parameters.ClusterProtectionLevel"].IsUnknown || setting["parameters.value"].IsUnknown || (setting["name"].AsText == "Security" && (setting["parameters.ClusterProtectionLevel"].AsText == "EncryptAndSign" || setting["parameters.value"].AsText == "EncryptAndSign"))) ? [] : [resource["fabricSettings"].Violation("set ClusterProtectionLevel to EncryptAndSign")];
}
