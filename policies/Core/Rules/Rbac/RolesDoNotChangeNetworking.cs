using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotChangeNetworking() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-change-networking",
    Title = "Roles do not change services, ingresses and network policies",
    Why = "Traffic is sent elsewhere, and what was closed is opened.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-6")],
    Remediation = "Leave the network to one pipeline.",
    Good = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["services"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["services"], "verbs": ["create"] }] }""", """{ "rules": [{ "apiGroups": ["*"], "resources": ["services"], "verbs": ["*"] }] }"""],
    Equivalents = ["AVD-KSV-0056"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(RoleRules.Changes, ["services", "endpoints", "endpointslices", "networkpolicies", "ingresses", "ingressclasses"]));
}
