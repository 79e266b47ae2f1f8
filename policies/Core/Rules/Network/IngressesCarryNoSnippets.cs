using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class IngressesCarryNoSnippets() : ResourcePolicy(new PolicyInfo
{
    Id = "network-ingresses-carry-no-snippets",
    Title = "Ingresses carry no configuration snippets",
    Why = "A snippet runs in the ingress controller, with its rights (CVE-2021-25742).",
    Severity = Severity.High,
    Types = [KubernetesTypes.Ingress, KubernetesTypes.ConfigMap],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Remove the annotation, and leave allow-snippet-annotations false.",
    Good = ["""{ "metadata": {} }"""],
    Bad = ["""{ "metadata": { "annotations": { "nginx.ingress.kubernetes.io/server-snippet": "a" } } }"""],
    Equivalents = ["CKV_K8S_152", "CKV_K8S_153", "CKV_K8S_154", "kyverno:check-ingress-nginx-controller-version-and-annotation-policy", "kyverno:disallow-ingress-nginx-custom-snippets"],
})
{
    // The controller takes them where its settings say so.
    public override IEnumerable<Finding> Check(Resource resource) => TypeToken.Canonical(resource.Type) == "kubernetes:core:ConfigMap"
        ? resource["data"].Member("allow-snippet-annotations").MustNotBe(true)
        : resource["metadata"].Member("annotations").Members.Where(annotation => annotation.Name.Contains("-snippet", StringComparison.Ordinal) && annotation.Name.Contains("nginx", StringComparison.Ordinal)).SelectMany(annotation => annotation.Field.MustBeAbsent());
}
