using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class NobodyReachesEveryPower() : StackPolicy(new PolicyInfo
{
    Id = "proofs-nobody-reaches-every-power",
    Title = "No identity reaches Owner, the giving of roles or cluster-admin, by any chain",
    Why = "One identity that can give itself a role, through however many others, holds every role.",
    Severity = Severity.Critical,
    Types = ["azure:authorization/assignment:Assignment", KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding, KubernetesTypes.ClusterRole],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-1"), Framework.CisAks("4.1.1"), Framework.Nist("AC-6")],
    Remediation = "Take away the link of the chain that the message names; give the power to the group of emergencies only.",
    Good = [Azure("Reader"), Kubernetes("""{ "apiGroups": [""], "resources": ["configmaps"], "verbs": ["get"] }""")],
    Bad =
    [
        Azure("Owner"), Azure("User Access Administrator"),
        Kubernetes("""{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["*"] }"""),
        Kubernetes("""{ "apiGroups": ["rbac.authorization.k8s.io"], "resources": ["clusterroles"], "verbs": ["bind"] }"""),
        Kubernetes("""{ "apiGroups": [""], "resources": ["groups"], "verbs": ["impersonate"] }"""),
    ],
    Parameters = [Powers.BreakGlass],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => this.Check(stack, new(this.Info, new Dictionary<string, PropertyValue>(), default));

    public override IEnumerable<Finding> Check(Stack stack, PolicyArguments arguments)
    {
        var graph = AccessGraph.Of(stack);
        var suspects = graph.LeadingTo(one => one.Kind == AccessIdentityKind.ClusterAdmin || GivesRoles(graph, one).Any());
        foreach (var identity in graph.Identities.Where(one => suspects.Contains(one) && !Powers.IsBreakGlass(one, arguments)))
        {
            if (Worst(graph, identity) is { } worst)
            {
                yield return Powers.Against(identity, Powers.UrnOf(identity, stack), worst.Must, worst.Holds, worst.Chain);
            }
        }
    }

    private static (string Must, Truth Holds, IReadOnlyList<string> Chain)? Worst(AccessGraph graph, AccessIdentity identity)
    {
        (string Must, Truth Holds, IReadOnlyList<string> Chain)? worst = null;
        foreach (var power in PowersOf(graph, identity))
        {
            worst = worst is null || power.Holds > worst.Value.Holds ? power : worst;
            if (power.Holds == Truth.Yes)
            {
                break; // nothing that follows is worse
            }
        }

        return worst;
    }

    private static IEnumerable<(string Must, Truth Holds, IReadOnlyList<string> Chain)> PowersOf(AccessGraph graph, AccessIdentity identity)
    {
        foreach (var (acting, holds, chain) in graph.Reached(identity))
        {
            if (acting.Kind == AccessIdentityKind.ClusterAdmin)
            {
                yield return ("reach cluster-admin", holds, chain);
            }

            foreach (var grant in GivesRoles(graph, acting))
            {
                var sure = grant.Role.IsUnknown ? Truth.Maybe : grant.Holds;
                yield return (grant.Role.Name == "Owner" ? "reach Owner" : "give roles", sure < holds ? sure : holds, [.. chain, $"holds {grant.Role.Name} at {grant.Scope} ({grant.Source.Name})"]);
            }
        }
    }

    private static IEnumerable<RoleGrant> GivesRoles(AccessGraph graph, AccessIdentity identity) =>
        graph.GrantsOf(identity).Where(grant => grant.Role.IsUnknown || grant.Role.Allows(Operation.WriteRoles) || grant.Role.Allows(Operation.WriteRoleDefinitions));

    private static string Azure(string role) =>
        $$"""
        [{ "type": "azure:core/resourceGroup:ResourceGroup", "name": "g", "properties": { "name": "g" } },
         { "type": "azure:authorization/userAssignedIdentity:UserAssignedIdentity", "name": "i", "properties": { "name": "i" } },
         { "type": "azure:authorization/assignment:Assignment", "name": "r", "references": { "principalId": "i", "scope": "g" }, "properties": { "roleDefinitionName": "{{role}}" } }]
        """;

    private static string Kubernetes(string rule) =>
        $$"""
        [{ "type": "kubernetes:core/v1:ServiceAccount", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" } } },
         { "type": "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "name": "r", "properties": { "metadata": { "name": "r" }, "rules": [{{rule}}] } },
         { "type": "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", "name": "b", "properties": { "metadata": { "name": "b" }, "roleRef": { "kind": "ClusterRole", "name": "r" }, "subjects": [{ "kind": "ServiceAccount", "name": "a", "namespace": "n" }] } }]
        """;
}
