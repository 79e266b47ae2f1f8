using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Network.Azure;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class AuditRecordsArrive() : StackPolicy(new PolicyInfo
{
    Id = "proofs-audit-records-arrive",
    Title = "Records reach the workspace and the archive that keep them",
    Why = "Who is cut off from the store of records drops them without a word, and the night that matters has none.",
    Severity = Severity.Medium,
    Types = ["azure:privatelink/endpoint:Endpoint", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", AzureNames.Workspace, AzureNames.StorageAccount],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.Nist("AU-5")],
    Remediation = "Allow TCP 443 from the nodes' subnets to the endpoint's subnet in the security groups of both, put the workspace into the private link scope, and let AzureServices bypass the network rules of the archive.",
    Good = [Example("443"), Scoped("/w"), Archive("AzureServices")],
    Bad = [Example("5671"), Scoped("/other"), Archive("None")],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => FromNodes(stack).Concat(ToWorkspaces(stack)).Concat(ToArchives(stack));

    private static IEnumerable<Finding> FromNodes(Stack stack)
    {
        var proof = stack.Once(NetworkProof.Of);
        foreach (var endpoint in proof.Endpoints.Where(one => stack.Find(one.Urn)?["privateServiceConnection.subresourceNames"].Items.Any(service => service.AsText == "azuremonitor") == true))
        {
            var cut = proof.FromNodes(endpoint).Select(one => (one.Pool, Stop: one.Layers.FirstOrDefault(layer => !layer.Reach.Possible.Contains(Protocol.Tcp, 443)))).Where(one => one.Stop is not null).ToList();
            if (cut is [var (pool, stop), ..])
            {
                yield return new Violation(endpoint.Urn, "", $"the nodes of pool {pool} must reach {endpoint} at TCP 443, but {stop!.Layer} stops them: {stop.Reasons[^1]}{(cut.Count > 1 ? $"; and those of {cut.Count - 1} more" : "")}");
            }
        }
    }

    // Where the stack has scopes, a workspace that takes nothing from public networks has to be in one.
    private static IEnumerable<Finding> ToWorkspaces(Stack stack)
    {
        var scoped = stack.References("azure:monitoring/privateLinkScopedService:PrivateLinkScopedService", "linkedResourceId");
        return stack.OfType(AzureNames.Workspace).Where(workspace => scoped.HasAny && workspace["internetIngestionEnabled"].AsBoolean == false && !scoped.To(workspace).Any()).Select(Finding (workspace) =>
            scoped.HasUntold ? workspace["internetIngestionEnabled"].Undetermined("be true unless a private link scope holds the workspace") : workspace["internetIngestionEnabled"].Violation("be true unless a private link scope holds the workspace"));
    }

    // Azure itself writes to an archive, from no address that a rule could name.
    private static IEnumerable<Finding> ToArchives(Stack stack)
    {
        var writers = new[] { AzureNames.DiagnosticSetting, "azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog" }.Select(type => stack.References(type, "storageAccountId")).ToList();
        var apart = stack.References("azure:storage/accountNetworkRules:AccountNetworkRules", "storageAccountId");
        foreach (var account in stack.OfType(AzureNames.StorageAccount).Where(account => writers.Exists(writer => writer.To(account).Any())))
        {
            var rules = apart.To(account).FirstOrDefault()?.Root ?? account["networkRules"];
            var bypasses = rules["bypasses"];
            if ((rules["defaultAction"].AsText == "Deny" || account["publicNetworkAccessEnabled"].AsBoolean == false) && !bypasses.IsAbsent && !bypasses.IsLeftOut() && !bypasses.Items.Any(one => one.AsText == "AzureServices"))
            {
                yield return bypasses.Items.Any(one => one.IsUnknown) ? bypasses.Undetermined("have AzureServices") : bypasses.Violation("have AzureServices, by which the records arrive");
            }
        }
    }

    private static string Scoped(string link) =>
        $$"""
        [{ "type": "{{AzureNames.Workspace}}", "name": "w", "id": "/w", "properties": { "name": "w", "internetIngestionEnabled": false } },
         { "type": "azure:monitoring/privateLinkScopedService:PrivateLinkScopedService", "name": "l", "properties": { "linkedResourceId": "{{link}}" } }]
        """;

    private static string Archive(string bypass) =>
        $$"""
        [{ "type": "{{AzureNames.StorageAccount}}", "name": "a", "id": "/a", "properties": { "name": "a", "networkRules": { "defaultAction": "Deny", "bypasses": ["{{bypass}}"] } } },
         { "type": "{{AzureNames.DiagnosticSetting}}", "name": "d", "properties": { "storageAccountId": "/a" } }]
        """;

    private static string Example(string port) =>
        $$"""
        [{ "type": "azure:network/subnet:Subnet", "name": "u", "id": "/u", "properties": { "name": "u", "addressPrefixes": ["10.0.0.0/24"] } },
         { "type": "azure:network/subnet:Subnet", "name": "v", "id": "/v", "properties": { "name": "v", "addressPrefixes": ["10.0.1.0/24"], "privateEndpointNetworkPolicies": "Enabled" } },
         { "type": "azure:network/networkSecurityGroup:NetworkSecurityGroup", "name": "g", "id": "/g", "properties": { "name": "g", "securityRules": [
           { "name": "in", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "{{port}}", "sourceAddressPrefix": "10.0.0.0/24", "destinationAddressPrefix": "*" },
           { "name": "no", "priority": 200, "direction": "Inbound", "access": "Deny", "protocol": "*", "sourcePortRange": "*", "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*" }] } },
         { "type": "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "name": "o", "properties": { "subnetId": "/v", "networkSecurityGroupId": "/g" } },
         { "type": "azure:monitoring/privateLinkScope:PrivateLinkScope", "name": "s", "id": "/s", "properties": { "name": "s" } },
         { "type": "azure:privatelink/endpoint:Endpoint", "name": "e", "properties": { "name": "e", "subnetId": "/v", "privateServiceConnection": { "privateConnectionResourceId": "/s", "subresourceNames": ["azuremonitor"] } } },
         { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "p", "properties": { "name": "p", "vnetSubnetId": "/u" } }]
        """;
}
