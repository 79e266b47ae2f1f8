using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerEncryptsSecrets() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-encrypts-secrets",
    Title = "Secrets are encrypted in etcd",
    Why = "Whoever has a disk or a backup of etcd has every secret.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --encryption-provider-config.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--encryption-provider-config=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Equivalents = ["CKV_K8S_104", "AVD-KCV-0030", "C-0066", "C-0141", "kics:cbd2db69-0b21-4c14-8a40-7710a50571a9"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("encryption-provider-config");
}
