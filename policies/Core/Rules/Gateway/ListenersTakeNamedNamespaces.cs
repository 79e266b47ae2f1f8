using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ListenersTakeNamedNamespaces() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-listeners-take-named-namespaces",
    Title = "Listeners take routes of named namespaces",
    Why = "Whoever may write a route in any namespace otherwise publishes it under your host name, without your limits.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Gateway],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Nist("AC-4"), Framework.Mcsb("PA-7")],
    Remediation = "Set allowedRoutes.namespaces.from to Same or Selector.",
    Corrections = [new("from", "\"Same\"")],
    Good = ["""{ "spec": { "listeners": [{ "name": "a", "allowedRoutes": { "namespaces": { "from": "Selector" } } }] } }""", """{ "spec": { "listeners": [{ "name": "a" }] } }"""],
    Bad = ["""{ "spec": { "listeners": [{ "name": "a", "allowedRoutes": { "namespaces": { "from": "All" } } }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.listeners"].Items.SelectMany(listener => listener["allowedRoutes.namespaces.from"].MustNotBe("All"));
}
