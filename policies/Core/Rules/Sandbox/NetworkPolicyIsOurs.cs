using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class NetworkPolicyIsOurs() : ResourcePolicy(new PolicyInfo
{
    Id = "sandbox-network-policy-is-ours",
    Title = "The network of sandboxes is what you wrote",
    Why = "The controller's own policy lets sandboxes reach the whole public internet on every port.",
    Severity = Severity.High,
    Types = ["kubernetes:extensions.agents.x-k8s.io/v1beta1:SandboxTemplate"],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.OwaspAgentic("ASI02"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.Atlas("AML.T0086")],
    Remediation = "Set networkPolicyManagement to Unmanaged and write the policy, or give networkPolicy.egress.",
    Good = ["""{ "spec": { "networkPolicyManagement": "Unmanaged" } }""", """{ "spec": { "networkPolicy": { "egress": [] } } }"""],
    Bad = ["""{ "spec": { } }""", """{ "spec": { "networkPolicyManagement": "Managed" } }""", """{ "spec": { "networkPolicy": { "egress": [{ "ports": [{ "port": 53 }] }] } } }""", """{ "spec": { "networkPolicy": { "egress": [{ "to": [{ "ipBlock": { "cidr": "0.0.0.0/0", "except": ["10.0.0.0/8"] } }] }] } } }"""],
    Equivalents = ["C-0301"],
})
{
    public override IEnumerable<Finding> Check(Resource template)
    {
        var (management, policy) = (template["spec.networkPolicyManagement"], template["spec.networkPolicy"]);
        if (management.AsText == "Unmanaged")
        {
            return [];
        }

        return management.IsKnown && management.AsText != "Managed" ? [management.Violation("be Managed or Unmanaged")]
            : policy.IsAbsent ? management.MustBe("Unmanaged")
            : policy.IsUnknown ? [policy.Undetermined("say what the sandboxes reach")]
            : policy.Kind != PropertyKind.Map ? [policy.Violation("be an object")]
            : policy["egress"] is { IsKnown: true } egress && egress.Kind != PropertyKind.List ? [egress.Violation("be a list of rules")]
            : policy["egress"].Items.SelectMany(Rule);
    }

    private static IEnumerable<Finding> Rule(Field rule) => rule["to"].IsUnknown ? [rule.Undetermined("name what the sandboxes reach")]
        : !rule["to"].Items.Any() ? [rule.Violation("name what the sandboxes reach")]
        : rule["to"].Items.Where(peer => !IsScoped(peer)).Select(peer => peer.Violation("name what the sandboxes reach"));

    private static bool IsScoped(Field peer) => peer.IsUnknown || Selects(peer["podSelector"]) || Selects(peer["namespaceSelector"])
        || (peer["ipBlock.cidr"] is var cidr && (cidr.IsUnknown || (AddressSet.TryParse(cidr.AsText, out var set) && !set.Value.Covers(AddressSet.V4) && !set.Value.Covers(AddressSet.V6))));

    private static bool Selects(Field selector) => selector.IsUnknown || selector["matchLabels"].Members.Any() || selector["matchExpressions"].Items.Any();
}
