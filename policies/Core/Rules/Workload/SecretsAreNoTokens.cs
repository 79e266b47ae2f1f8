using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class SecretsAreNoTokens() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-secrets-are-no-tokens",
    Title = "Secrets are no tokens of service accounts",
    Why = "Such a token does not end.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Secret],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Use projected tokens.",
    Good = ["""{ "type": "Opaque" }"""],
    Bad = ["""{ "type": "kubernetes.io/service-account-token" }"""],
    Equivalents = ["kyverno:deny-secret-service-account-token-type"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["type"].MustNotBe("kubernetes.io/service-account-token");
}
