using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class IngressesNameHosts() : ResourcePolicy(new PolicyInfo
{
    Id = "network-ingresses-name-hosts",
    Title = "Ingresses name their hosts",
    Why = "A rule for any host answers for names that nobody meant.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Ingress],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name the host.",
    Good = ["""{ "spec": { "rules": [{ "host": "a.example" }] } }"""],
    Bad = ["""{ "spec": { "rules": [{ "host": "*.example" }] } }""", """{ "spec": { "rules": [{ "http": {} }] } }"""],
    Equivalents = ["kyverno:restrict-ingress-wildcard", "gatekeeper:block-wildcard-ingress"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.rules"].Items.SelectMany(rule => rule.Member("host").Must("name one host", host => !(host.AsText ?? "").Contains('*', StringComparison.Ordinal) && host.AsText != ""));
}
