using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class SecretsAreNotWrittenDown() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-secrets-are-not-written-down",
    Title = "No variable holds a secret in clear",
    Why = "Whoever reads the manifest reads the secret.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Take the value from a secret of the vault.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "env": [{ "name": "API_KEY_FILE", "value": "/run/secrets/key" }, { "name": "MODE", "value": "x" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "env": [{ "name": "HF_TOKEN", "value": "hf_abcdefghijkl" }] }] }"""],
    Equivalents = ["C-0012", "C-0259", "kube-linter:env-var-secret", "polaris:sensitiveContainerEnvVar"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["env"].Items.Where(variable => variable["value"].AsText is { } value && SecretNames.IsSecret(variable["name"].AsText, value)).Select(variable => new Violation(variable.Resource.Urn, variable.Member("value").Path, $"{variable.Member("value").Path} must come from a secret, but the variable {variable["name"].AsText} is written in clear")));
}
