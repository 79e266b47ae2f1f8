using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class NamesAreLimited() : ResourcePolicy(new PolicyInfo
{
    Id = "sandbox-names-are-limited",
    Title = "Only names that may be reached are resolved",
    Why = "A resolver that answers any name carries data out, one label at a time.",
    Severity = Severity.Medium,
    Types = ["kubernetes:cilium.io/v2:CiliumNetworkPolicy"],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0086"), Framework.Atlas("AML.T0025"), Framework.OwaspAgentic("ASI02")],
    Remediation = "List the same names in the DNS rule as in toFQDNs.",
    Good = ["""{ "spec": { "egress": [{ "toFQDNs": [{ "matchName": "api.example.com" }], "toPorts": [{ "ports": [{ "port": "443" }] }] }, { "toPorts": [{ "ports": [{ "port": "53" }], "rules": { "dns": [{ "matchName": "api.example.com" }] } }] }] } }""", """{ "spec": { "egress": [{ "toPorts": [{ "ports": [{ "port": "53" }], "rules": { "dns": [{ "matchPattern": "*" }] } }] }] } }"""],
    Bad = ["""{ "spec": { "egress": [{ "toFQDNs": [{ "matchName": "api.example.com" }], "toPorts": [{ "ports": [{ "port": "443" }] }] }, { "toPorts": [{ "ports": [{ "port": "53" }], "rules": { "dns": [{ "matchPattern": "*" }] } }] }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource)
    {
        var rules = (resource["specs"].IsAbsent ? [resource["spec"]] : resource["specs"].Items).SelectMany(spec => spec["egress"].Items).ToList();
        return rules.Any(rule => !rule["toFQDNs"].IsAbsent) ? rules.SelectMany(rule => rule["toPorts"].Items).SelectMany(port => port["rules.dns"].Items).SelectMany(name => name["matchPattern"].MustNotBe("*", "**")) : [];
    }
}
