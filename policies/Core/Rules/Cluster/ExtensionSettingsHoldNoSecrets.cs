using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class ExtensionSettingsHoldNoSecrets() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-extension-settings-hold-no-secrets",
    Title = "Settings of extensions hold no secrets",
    Why = "Everybody who may read the resource reads the secret.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesClusterExtension:KubernetesClusterExtension"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Move it to configurationProtectedSettings.",
    Good = ["""{ "configurationSettings": { "proxy.url": "https://a.example" }, "configurationProtectedSettings": { "proxy.password": "x" } }"""],
    Bad = ["""{ "configurationSettings": { "proxy.password": "hunter2hunter2" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["configurationSettings"].Members.Where(setting => SecretNames.Suspicious(setting.Name) && setting.Field.AsText is { Length: > 0 } text && !SecretNames.IsReference(text)).Select(setting => setting.Field.Violation("be in configurationProtectedSettings"));
}
