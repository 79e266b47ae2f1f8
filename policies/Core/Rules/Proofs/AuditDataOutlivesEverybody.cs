using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class AuditDataOutlivesEverybody() : StackPolicy(new PolicyInfo
{
    Id = "proofs-audit-data-outlives-everybody",
    Title = "Nobody but the group of emergencies can delete audit data or stop its recording",
    Why = "Who breaks in removes the traces first; what nobody can delete is there to be read afterwards.",
    Severity = Severity.Critical,
    Types = ["azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace", "azure:storage/container:Container", "azure:authorization/assignment:Assignment"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-6"), Framework.Nist("AU-9")],
    Remediation = "Take the role away, or give it at another scope; put an immutability policy on containers of logs.",
    Good = [Example("Log Analytics Reader")],
    Bad = [Example("Log Analytics Contributor"), Example("Contributor")],
    Parameters = [Powers.BreakGlass],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => this.Check(stack, new(this.Info, new Dictionary<string, PropertyValue>(), default));

    public override IEnumerable<Finding> Check(Stack stack, PolicyArguments arguments)
    {
        var graph = AccessGraph.Of(stack);
        var able = graph.LeadingTo(one => graph.GrantsOf(one).Count > 0);
        var ways = Ways(stack, graph).ToList();
        foreach (var identity in graph.Identities.Where(one => able.Contains(one) && !Powers.IsBreakGlass(one, arguments)))
        {
            var worst = ways.Select(way => (Way: way, Can: graph.Can(identity, way.Operation, way.Target))).Where(one => one.Can.Holds != Truth.No).OrderByDescending(one => one.Can.Holds).FirstOrDefault();
            if (worst.Way.Target is { } target)
            {
                yield return Powers.Against(identity, Powers.UrnOf(identity, stack), $"{worst.Way.What} {target.Name}", worst.Can.Holds, worst.Can.Chain);
            }
        }
    }

    private static IEnumerable<(Operation Operation, Resource Target, string What)> Ways(Stack stack, AccessGraph graph)
    {
        foreach (var workspace in stack.OfType(AzureNames.Workspace))
        {
            yield return (Operation.DeleteWorkspace, workspace, "delete the workspace");
            yield return (Operation.PurgeLogs, workspace, "purge logs of");
            yield return (Operation.DeleteLogRows, workspace, "delete rows of");
        }

        foreach (var setting in stack.OfType(AzureNames.DiagnosticSetting))
        {
            yield return (Operation.DeleteDiagnostics, setting, "stop the recording");
        }

        var policies = stack.References("azure:storage/containerImmutabilityPolicy:ContainerImmutabilityPolicy", "storageContainerResourceManagerId");
        foreach (var container in stack.OfType(AzureNames.StorageContainer).Where(IsAudit))
        {
            var kept = policies.To(container).FirstOrDefault();
            if (kept is null)
            {
                yield return (Operation.DeleteBlobs, container, "delete blobs of");
                yield return (Operation.DeleteContainer, container, "delete");
            }
            else if (kept["locked"].AsBoolean != true)
            {
                yield return (Operation.WriteImmutability, container, "lift the immutability of");
            }

            foreach (var account in stack.OfType(AzureNames.StorageAccount).Where(account => graph.IsWithin(container, account)))
            {
                yield return (Operation.DeleteAccount, account, "delete the account");
                if (kept is null && Capability.HasKeys(account))
                {
                    yield return (Operation.ListStorageKeys, account, "take the keys of");
                }
            }
        }
    }

    private static bool IsAudit(Resource container) =>
        container["metadata.audit"].AsText == "true" || container["name"].AsText?.StartsWith("insights-", StringComparison.Ordinal) == true;

    private static string Example(string role) =>
        $$"""
        [{ "type": "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace", "name": "logs", "properties": { "name": "logs" } },
         { "type": "azure:authorization/userAssignedIdentity:UserAssignedIdentity", "name": "i", "properties": { "name": "i" } },
         { "type": "azure:authorization/assignment:Assignment", "name": "r", "references": { "principalId": "i", "scope": "logs" }, "properties": { "roleDefinitionName": "{{role}}" } }]
        """;
}
