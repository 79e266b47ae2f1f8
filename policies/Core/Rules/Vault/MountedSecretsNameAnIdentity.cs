using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class MountedSecretsNameAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-mounted-secrets-name-an-identity",
    Title = "Mounted secrets are read by an identity of their own",
    Why = "The identity of the node reads for every pod on it.",
    Severity = Severity.High,
    Types = [KubernetesTypes.SecretProviderClass],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set clientID, and leave useVMManagedIdentity and usePodIdentity false.",
    Good = ["""{ "spec": { "provider": "azure", "parameters": { "clientID": "a" } } }"""],
    Bad = ["""{ "spec": { "provider": "azure", "parameters": { "useVMManagedIdentity": "true", "clientID": "a" } } }""", """{ "spec": { "provider": "azure", "parameters": { } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.provider"].AsText != "azure" ? [] : resource["spec.parameters.useVMManagedIdentity"].MustNotBe(true).Concat(resource["spec.parameters.usePodIdentity"].MustNotBe(true)).Concat(resource["spec.parameters.clientID"].MustExist()).Take(1);
}
