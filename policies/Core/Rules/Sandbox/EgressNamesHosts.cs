using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class EgressNamesHosts() : ResourcePolicy(new PolicyInfo
{
    Id = "sandbox-egress-names-hosts",
    Title = "Names that may be reached are names, not the world",
    Why = "A pattern for a whole top-level domain is a way out to a host of anybody's.",
    Severity = Severity.High,
    Types = ["kubernetes:cilium.io/v2:CiliumNetworkPolicy", "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy"],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0086"), Framework.OwaspAgentic("ASI02"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Name hosts, with ports.",
    Good = ["""{ "spec": { "egress": [{ "toFQDNs": [{ "matchName": "api.example.com" }, { "matchPattern": "*.example.com" }], "toPorts": [{ "ports": [{ "port": "443" }] }] }] } }""", """{ "spec": { "egress": [{ "toEndpoints": [{ }] }] } }"""],
    Bad = ["""{ "spec": { "egress": [{ "toFQDNs": [{ "matchPattern": "*" }], "toPorts": [{ "ports": [{ "port": "443" }] }] }] } }""", """{ "spec": { "egress": [{ "toFQDNs": [{ "matchPattern": "*.com" }], "toPorts": [{ "ports": [{ "port": "443" }] }] }] } }""", """{ "spec": { "egress": [{ "toFQDNs": [{ "matchName": "api.example.com" }] }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource)
    {
        var specs = resource["specs"].IsAbsent ? [resource["spec"]] : resource["specs"].Items;
        return specs.SelectMany(spec => spec["egress"].Items).Where(rule => !rule["toFQDNs"].IsAbsent)
            .SelectMany(rule => rule["toFQDNs"].Items.SelectMany(name => name["matchPattern"].Must("name a domain of somebody's", pattern => Narrow(pattern.AsText), whenAbsent: true)).Concat(rule["toPorts"].MustExist()));
    }

    // A name of its own below at least two labels, or a label that is only partly open.
    private static bool Narrow(string? pattern) => pattern is not null && pattern.TrimEnd('.').Split('.') is { Length: >= 2 } labels && !labels[^1].Contains('*', StringComparison.Ordinal) && !labels[^2].Contains('*', StringComparison.Ordinal);
}
