using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class IngressesAreEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "network-ingresses-are-encrypted",
    Title = "Ingresses use TLS",
    Why = "Prompts and answers travel in clear otherwise.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Ingress],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Add a tls section.",
    Good = ["""{ "spec": { "tls": [{ "hosts": ["a.example"], "secretName": "a" }] } }"""],
    Bad = ["""{ "spec": {} }"""],
    Equivalents = ["C-0263", "kyverno:require-ingress-https", "gatekeeper:httpsonly", "polaris:tlsSettingsMissing"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec"].Member("tls").MustExist();
}
