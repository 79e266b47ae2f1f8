using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class ModelServersReadOnlyTheirWeights() : StackPolicy(new PolicyInfo
{
    Id = "proofs-model-servers-read-only-their-weights",
    Title = "The identity of a model server reads one container and its own certificate, and can do nothing else",
    Why = "A model server parses whatever callers send; what its identity may do is what an attacker in it may do.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.Deployment, "azure:authorization/assignment:Assignment"],
    Threats = [Threat.ModelStealing, Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.OwaspLlm("LLM10")],
    Remediation = "Give the identity 'Storage Blob Data Reader' at the container of its weights, secrets one by one, and no other role.",
    Good = [Example("Storage Blob Data Reader")],
    Bad = [Example("Storage Blob Data Contributor"), Example("Contributor")],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var graph = AccessGraph.Of(stack);
        var servers = Reaching.ModelServers(stack);
        var used = graph.Cluster.Workloads.Where(workload => servers.Contains(workload.Urn)).Select(ClusterInventory.AccountOf).ToHashSet();
        foreach (var account in graph.Cluster.AccountsIn(null).Where(one => used.Contains(one) || graph.Cluster.RoleOf(one.Namespace) == "models"))
        {
            var containers = new HashSet<string>(StringComparer.Ordinal);
            AccessRight? worst = null;
            foreach (var right in graph.RightsOf(account))
            {
                // What is a single secret only a deployed vault tells.
                var holds = right.Can is ["secrets-read"] ? right.IsPart switch { Truth.Yes => Truth.No, Truth.Maybe => Truth.Maybe, _ => right.Holds }
                    : right.Can is ["blobs-read"] && right.At?.Type == AzureNames.StorageContainer && containers.Add(right.At.Urn) && containers.Count == 1 ? Truth.No
                    : right.Holds;
                if (holds != Truth.No && (worst is null || holds > worst.Holds))
                {
                    worst = right with { Holds = holds };
                }
            }

            if (worst is not null)
            {
                yield return Powers.Against(account, Powers.UrnOf(account, stack), "hold more than the reading of its weights", worst.Holds, worst.Chain);
            }
        }
    }

    private static string Example(string role) =>
        $$"""
        [{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "models", "labels": { "llmops/role": "models" } } } },
         { "type": "kubernetes:core/v1:ServiceAccount", "name": "a", "properties": { "metadata": { "name": "server", "namespace": "models" } } },
         { "type": "azure:storage/container:Container", "name": "weights", "properties": { "name": "weights" } },
         { "type": "azure:authorization/userAssignedIdentity:UserAssignedIdentity", "name": "i", "properties": { "name": "i" } },
         { "type": "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "name": "f", "references": { "userAssignedIdentityId": "i" }, "properties": { "subject": "system:serviceaccount:models:server" } },
         { "type": "azure:authorization/assignment:Assignment", "name": "r", "references": { "principalId": "i", "scope": "weights" }, "properties": { "roleDefinitionName": "{{role}}" } }]
        """;
}
