using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class SecretsAreNotInVariables() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-secrets-are-not-in-variables",
    Title = "Secrets are mounted as files, not put into variables",
    Why = "Variables show up in crash reports, child processes and debug pages.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Mount the secret as a file, best from the vault.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "env": [{ "name": "A", "value": "1" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "env": [{ "name": "A", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } }] }] }"""],
    Equivalents =
    [
        "CKV_K8S_35", "C-0012", "C-0207", "C-0259", "kics:3d658f8b-d988-41a0-a841-40043121de1e", "kyverno:disallow-secrets-from-env-vars",
        "kube-linter:read-secret-from-env-var",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["env"].Items.SelectMany(variable => variable["valueFrom"].Member("secretKeyRef").MustBeAbsent()).Concat(container["envFrom"].Items.SelectMany(source => source.Member("secretRef").MustBeAbsent())));
}
