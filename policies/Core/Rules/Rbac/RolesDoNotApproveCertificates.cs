using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotApproveCertificates() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-approve-certificates",
    Title = "Roles do not approve certificate requests",
    Why = "An approved request is a client certificate for any name.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single objects in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["certificates.k8s.io"], "resources": ["certificatesigningrequests/approval"], "verbs": ["approve"] }] }"""],
    Equivalents = ["CKV_K8S_156", "C-0280", "kyverno:restrict-clusterrole-csr"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["approve", "update", "patch", "sign"];
    private static readonly string[] Resources = ["certificatesigningrequests/approval", "signers"];
}
