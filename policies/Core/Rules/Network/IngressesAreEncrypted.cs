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
    Remediation = "Add a tls section, and remove the annotations that let callers stay on HTTP.",
    Good = ["""{ "spec": { "tls": [{ "hosts": ["a.example"], "secretName": "a" }] } }"""],
    Bad = ["""{ "spec": {} }""", """{ "metadata": { "annotations": { "nginx.ingress.kubernetes.io/ssl-redirect": "false" } }, "spec": { "tls": [{ "hosts": ["a.example"] }] } }"""],
    Equivalents = ["C-0263", "kyverno:require-ingress-https", "gatekeeper:httpsonly", "polaris:tlsSettingsMissing"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec"].Member("tls").MustExist().Concat(Openings.SelectMany(opening => resource["metadata.annotations"].Member(opening.Annotation).MustNotBe(opening.Value)));

    // What lets callers stay on HTTP beside TLS.
    private static readonly (string Annotation, string Value)[] Openings = [("kubernetes.io/ingress.allow-http", "true"), ("nginx.ingress.kubernetes.io/ssl-redirect", "false")];
}
