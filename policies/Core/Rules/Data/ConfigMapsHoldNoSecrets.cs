using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class ConfigMapsHoldNoSecrets() : ResourcePolicy(new PolicyInfo
{
    Id = "data-config-maps-hold-no-secrets",
    Title = "Config maps hold no secrets",
    Why = "A config map is readable by all who may view the namespace.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ConfigMap],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Move the value to the vault.",
    Good = ["""{ "data": { "mode": "fast", "password_file": "/run/secrets/p" } }"""],
    Bad = ["""{ "data": { "password": "hunter2hunter2" } }"""],
    Equivalents = ["AVD-KSV-0109", "C-0012", "polaris:sensitiveConfigmapContent"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["data"].Members.Where(entry => SecretNames.Suspicious(entry.Name) && entry.Field.IsUnknown).Select(entry => (Finding)entry.Field.Undetermined("be in a secret of the vault"))
        .Concat(resource["data"].Members.Where(entry => entry.Field.AsText is { } value && SecretNames.IsSecret(entry.Name, value)).Select(entry => new Violation(resource.Urn, entry.Field.Path, $"{entry.Field.Path} must be in a secret of the vault, but is in a config map")));
}
