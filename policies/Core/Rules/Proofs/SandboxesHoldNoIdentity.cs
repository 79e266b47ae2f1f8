using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class SandboxesHoldNoIdentity() : StackPolicy(new PolicyInfo
{
    Id = "proofs-sandboxes-hold-no-identity",
    Title = "No tool sandbox can act as anybody, by any chain",
    Why = "What runs in a sandbox is chosen by whoever writes the prompt; an identity that it can reach is theirs.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.Pod, KubernetesTypes.Deployment, KubernetesTypes.ServiceAccount],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.OwaspLlm("LLM06")],
    Remediation = "Give sandboxes a service account of their own without token, role or federated credential, and keep the metadata service from them.",
    Good =
    [
        """
        [{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "tools", "labels": { "llmops/role": "sandbox" } } } },
         { "type": "kubernetes:core/v1:Pod", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "tools" }, "spec": { "automountServiceAccountToken": false, "containers": [] } } }]
        """,
    ],
    Bad =
    [
        """
        [{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "tools", "labels": { "llmops/role": "sandbox" } } } },
         { "type": "kubernetes:core/v1:Pod", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "tools" }, "spec": { "serviceAccountName": "a", "containers": [] } } },
         { "type": "azure:authorization/userAssignedIdentity:UserAssignedIdentity", "name": "i", "properties": { "name": "i" } },
         { "type": "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "name": "f", "references": { "userAssignedIdentityId": "i" }, "properties": { "subject": "system:serviceaccount:tools:a" } }]
        """,
    ],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var graph = AccessGraph.Of(stack);
        var sandboxes = Reaching.Sandboxes(stack);
        foreach (var workload in graph.Cluster.WorkloadsIn(null).Where(one => sandboxes.Contains(one.Urn) || graph.Cluster.RoleOf(one.Namespace) == "sandbox"))
        {
            // A service account is nobody as long as it leads nowhere.
            var power = graph.Reached(workload).Skip(1).FirstOrDefault(other => other.Identity.Kind != AccessIdentityKind.ServiceAccount || graph.RightsOf(other.Identity).Any());
            if (power.Identity is { } identity)
            {
                yield return Powers.Against(workload, workload.Urn, $"act as {identity}", power.Holds, power.Chain);
            }
        }
    }
}
