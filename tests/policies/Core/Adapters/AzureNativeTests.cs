using System.Text.Json;
using LlmOpsSecure.Policies.Adapters;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Adapters;

public sealed class AzureNativeTests
{
    [Theory]
    [InlineData("cluster-api-server-is-private", "containerservice:ManagedCluster", """{ "apiServerAccessProfile": { "enablePrivateCluster": false } }""", """{ "apiServerAccessProfile": { "enablePrivateCluster": true } }""")]
    [InlineData("cluster-run-command-is-off", "containerservice/v20250101:ManagedCluster", """{ "apiServerAccessProfile": { "disableRunCommand": false } }""", """{ "apiServerAccessProfile": { "disableRunCommand": true } }""")]
    [InlineData("cluster-nodes-encrypt-at-host", "containerservice:ManagedCluster", """{ "agentPoolProfiles": [{ "name": "a", "enableEncryptionAtHost": true }, { "name": "b" }] }""", """{ "agentPoolProfiles": [{ "name": "a", "enableEncryptionAtHost": true }, { "name": "b", "enableEncryptionAtHost": true }] }""")]
    [InlineData("cluster-gpu-nodes-are-tainted", "containerservice:AgentPool", """{ "vmSize": "Standard_NC40ads_H100_v5" }""", """{ "vmSize": "Standard_NC40ads_H100_v5", "nodeTaints": ["sku=gpu:NoSchedule"] }""")]
    [InlineData("vault-purge-protection-is-on", "keyvault:Vault", """{ "properties": { } }""", """{ "properties": { "enablePurgeProtection": true } }""")]
    [InlineData("vault-is-private", "keyvault:Vault", """{ "properties": { "publicNetworkAccess": "enabled" } }""", """{ "properties": { "publicNetworkAccess": "Disabled" } }""")]
    [InlineData("storage-blobs-are-never-public", "storage:StorageAccount", """{ "allowBlobPublicAccess": true }""", """{ "allowBlobPublicAccess": false }""")]
    [InlineData("registry-admin-user-is-off", "containerregistry:Registry", """{ "adminUserEnabled": true }""", """{ "adminUserEnabled": false }""")]
    [InlineData("network-groups-do-not-open-ssh", "network:NetworkSecurityGroup", """{ "securityRules": [{ "direction": "Inbound", "access": "Allow", "protocol": "*", "sourceAddressPrefix": "*", "destinationPortRange": "22" }] }""", """{ "securityRules": [] }""")]
    [InlineData("network-firewall-denies-known-threats", "network:FirewallPolicy", """{ "threatIntelMode": "Alert" }""", """{ "threatIntelMode": "Deny" }""")]
    [InlineData("identity-roles-are-not-owner", "authorization:RoleAssignment", """{ "roleDefinitionId": "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635" }""", """{ "roleDefinitionId": "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7" }""")]
    [InlineData("vault-soft-delete-is-on", "keyvault:Vault", """{ "properties": { "softDeleteRetentionInDays": 2 } }""", """{ "properties": { "softDeleteRetentionInDays": 90 } }""")]
    [InlineData("registry-roles-are-by-repository", "containerregistry:Registry", """{ "roleAssignmentMode": "LegacyRegistryPermissions" }""", """{ "roleAssignmentMode": "AbacRepositoryPermissions" }""")]
    [InlineData("data-caches-speak-tls", "redis:Redis", """{ "enableNonSslPort": true }""", """{ "enableNonSslPort": false }""")]
    [InlineData("data-disks-are-private", "compute:Disk", """{ "publicNetworkAccess": "Enabled" }""", """{ "publicNetworkAccess": "Disabled" }""")]
    [InlineData("ai-search-is-private", "search:Service", """{ "publicNetworkAccess": "enabled" }""", """{ "publicNetworkAccess": "disabled" }""")]
    [InlineData("decisions-queues-have-no-keys", "servicebus:Namespace", """{ "disableLocalAuth": false }""", """{ "disableLocalAuth": true }""")]
    [InlineData("identity-roles-make-no-roles", "authorization:RoleDefinition", """{ "permissions": [{ "actions": ["Microsoft.Authorization/*"] }] }""", """{ "permissions": [{ "actions": ["Microsoft.Storage/storageAccounts/read"] }] }""")]
    [InlineData("storage-backups-are-immutable", "dataprotection:BackupVault", """{ "properties": { "securitySettings": { "immutabilitySettings": { "state": "Disabled" } } } }""", """{ "properties": { "securitySettings": { "immutabilitySettings": { "state": "Locked" } } } }""")]
    [InlineData("database-servers-are-private", "sql:Server", """{ "publicNetworkAccess": "Enabled" }""", """{ "publicNetworkAccess": "Disabled" }""")]
    [InlineData("database-servers-refuse-old-tls", "sql:Server", """{ "minimalTlsVersion": "1.0" }""", """{ "minimalTlsVersion": "1.2" }""")]
    [InlineData("database-firewalls-refuse-the-rest-of-azure", "sql:FirewallRule", """{ "startIpAddress": "0.0.0.0", "endIpAddress": "0.0.0.0" }""", """{ "startIpAddress": "203.0.113.7", "endIpAddress": "203.0.113.7" }""")]
    [InlineData("database-audit-records-are-kept", "sql:ExtendedServerBlobAuditingPolicy", """{ "state": "Enabled", "retentionDays": 30 }""", """{ "state": "Enabled", "retentionDays": 90 }""")]
    [InlineData("edge-management-is-private", "apimanagement:ApiManagementService", """{ "publicNetworkAccess": "Enabled" }""", """{ "virtualNetworkType": "Internal" }""")]
    [InlineData("edge-management-asks-for-certificates", "apimanagement:ApiManagementService", """{ "sku": { "name": "Consumption" } }""", """{ "sku": { "name": "Consumption" }, "enableClientCertificate": true }""")]
    [InlineData("edge-management-refuses-old-tls", "apimanagement:ApiManagementService", """{ "customProperties": { "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10": "true" } }""", """{ "customProperties": { "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10": "false" } }""")]
    [InlineData("storage-tls-is-current", "storage:StorageAccount", """{ }""", """{ "minimumTlsVersion": "TLS1_2" }""")]
    [InlineData("storage-lets-in-trusted-services", "storage:StorageAccount", """{ "networkRuleSet": { "bypass": "Logging, Metrics" } }""", """{ "networkRuleSet": { "bypass": "Logging, AzureServices" } }""")]
    [InlineData("vault-keys-expire", "keyvault:Key", """{ "properties": { "attributes": { } } }""", """{ "properties": { "attributes": { "expires": 1798761600 } } }""")]
    [InlineData("app-speaks-only-https", "web:WebApp", """{ "httpsOnly": false }""", """{ "httpsOnly": true }""")]
    [InlineData("app-python-is-supported", "web:WebApp", """{ "siteConfig": { "linuxFxVersion": "PYTHON|3.6" } }""", """{ "siteConfig": { "linuxFxVersion": "NODE|20-lts" } }""")]
    [InlineData("app-has-an-identity", "web:WebApp", """{ "identity": { "type": "None" } }""", """{ "identity": { "type": "SystemAssigned" } }""")]
    [InlineData("app-debugging-is-off", "web:WebAppSlot", """{ "siteConfig": { "remoteDebuggingEnabled": true } }""", """{ "siteConfig": { "remoteDebuggingEnabled": false } }""")]
    [InlineData("app-asks-who-calls", "web:WebAppAuthSettingsV2", """{ "platform": { "enabled": false } }""", """{ "platform": { "enabled": true } }""")]
    [InlineData("compute-machines-refuse-passwords", "compute:VirtualMachine", """{ "osProfile": { "adminPassword": "x" } }""", """{ "osProfile": { "linuxConfiguration": { "disablePasswordAuthentication": true } } }""")]
    [InlineData("compute-windows-updates-itself", "compute:VirtualMachineScaleSet", """{ "virtualMachineProfile": { "osProfile": { "windowsConfiguration": { "enableAutomaticUpdates": false } } } }""", """{ "virtualMachineProfile": { "osProfile": { "windowsConfiguration": { "enableAutomaticUpdates": true } } } }""")]
    [InlineData("compute-interfaces-have-no-public-address", "network:NetworkInterface", """{ "ipConfigurations": [{ "name": "a" }, { "publicIPAddress": { "id": "/ip" } }] }""", """{ "ipConfigurations": [{ "name": "a" }] }""")]
    [InlineData("network-balancers-have-no-public-address", "network:LoadBalancer", """{ "frontendIPConfigurations": [{ "publicIPAddress": { "id": "/ip" } }] }""", """{ "frontendIPConfigurations": [{ "subnet": { "id": "/s" } }] }""")]
    [InlineData("edge-gateways-listen-with-tls", "network:ApplicationGateway", """{ "httpListeners": [{ "name": "a", "protocol": "Http" }] }""", """{ "httpListeners": [{ "name": "a", "protocol": "Http" }], "requestRoutingRules": [{ "httpListener": { "id": "/g/httpListeners/a" }, "redirectConfiguration": { "id": "/g/redirectConfigurations/r" } }] }""")]
    [InlineData("edge-firewalls-stop-log4-shell", "network:WebApplicationFirewallPolicy", """{ "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2", "ruleGroupOverrides": [{ "rules": [{ "ruleId": "944240" }] }] }] } }""", """{ "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2", "ruleGroupOverrides": [{ "rules": [{ "ruleId": "944240", "state": "Enabled" }] }] }] } }""")]
    [InlineData("edge-classic-firewalls-prevent", "frontdoor:Policy", """{ "policySettings": { "mode": "Detection" } }""", """{ "policySettings": { "mode": "Prevention" } }""")]
    [InlineData("database-flexible-servers-are-private", "dbforpostgresql:Server", """{ "network": { "publicNetworkAccess": "Enabled" } }""", """{ "network": { "publicNetworkAccess": "Disabled" } }""")]
    [InlineData("database-servers-speak-tls", "dbformysql:SingleServer", """{ "properties": { "sslEnforcement": "Disabled" } }""", """{ "properties": { "sslEnforcement": "Enabled" } }""")]
    [InlineData("database-cosmos-is-private", "cosmosdb:DatabaseAccount", """{ "publicNetworkAccess": "Enabled" }""", """{ "publicNetworkAccess": "Disabled" }""")]
    [InlineData("compute-groups-have-no-public-address", "containerinstance:ContainerGroup", """{ "ipAddress": { "type": "Public" } }""", """{ }""")]
    [InlineData("analytics-synapse-lets-nothing-out", "synapse:Workspace", """{ "managedVirtualNetworkSettings": { "preventDataExfiltration": false } }""", """{ "managedVirtualNetworkSettings": { "preventDataExfiltration": true } }""")]
    [InlineData("ai-workspaces-are-private", "machinelearningservices:Workspace", """{ "publicNetworkAccess": "Enabled" }""", """{ "publicNetworkAccess": "Disabled" }""")]
    [InlineData("defender-plans-are-standard", "security:Pricing", """{ "pricingName": "KeyVaults", "pricingTier": "Free" }""", """{ "pricingName": "KeyVaults", "pricingTier": "Standard" }""")]
    public void A_native_resource_is_judged_by_the_policy_of_the_classic_one(string policy, string type, string bad, string good)
    {
        Assert.Equal(PolicyResult.Violation, Assert.Single(Judge(policy, type, bad)).Result);
        Assert.Empty(Judge(policy, type, good));
    }

    [Fact]
    public void A_finding_names_the_native_path_and_type()
    {
        var report = Assert.Single(Judge("cluster-api-server-is-private", "containerservice:ManagedCluster", """{ "apiServerAccessProfile": { "enablePrivateCluster": false } }"""));
        Assert.Equal("apiServerAccessProfile.enablePrivateCluster", report.Path);
        Assert.Equal("azure-native:containerservice:ManagedCluster", report.Type);
        Assert.Contains("apiServerAccessProfile.enablePrivateCluster must be true", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_companion_may_tell_is_not_known() =>
        Assert.Equal(PolicyResult.Undetermined, Assert.Single(Judge("app-errors-are-logged", "web:WebApp", """{ "siteConfig": { } }""")).Result);

    [Fact]
    public void What_is_not_known_stays_so() =>
        Assert.Equal(PolicyResult.Undetermined, Assert.Single(Judge("cluster-api-server-is-private", "containerservice:ManagedCluster", $$"""{ "apiServerAccessProfile": "{{Markers.UnknownText}}" }""")).Result);

    [Fact]
    public void Stack_policies_see_native_resources()
    {
        var vault = Resource("keyvault:Vault", "{}", "vault");
        var policy = (StackPolicy)PolicyPack.Kit.Find("vault-has-a-private-endpoint")!;
        Assert.IsType<Violation>(Assert.Single(policy.Check(new Stack([vault]))));
        var endpoint = Resource("network:PrivateEndpoint", """{ "privateLinkServiceConnections": [{ "privateLinkServiceId": "/vault" }] }""", "endpoint");
        Assert.Empty(policy.Check(new Stack([vault, endpoint])));
    }

    [Theory]
    [InlineData("database-sql-servers-are-audited", "sql:ExtendedServerBlobAuditingPolicy", """{ "serverName": "s", "state": "Enabled" }""")]
    [InlineData("database-sql-servers-alert", "sql:ServerSecurityAlertPolicy", """{ "serverName": "s", "state": "Enabled" }""")]
    [InlineData("database-sql-servers-have-an-entra-administrator", "sql:ServerAzureADAdministrator", """{ "serverName": "s", "login": "databases" }""")]
    public void A_companion_may_tell_the_name_of_what_it_belongs_to(string policy, string type, string json)
    {
        var server = Resource("sql:Server", """{ "serverName": "s" }""", "server");
        var rule = (StackPolicy)PolicyPack.Kit.Find(policy)!;
        Assert.IsType<Violation>(Assert.Single(rule.Check(new Stack([server]))));
        Assert.Empty(rule.Check(new Stack([server, Resource(type, json, "companion")])));
        Assert.IsType<Violation>(Assert.Single(rule.Check(new Stack([server, Resource(type, json.Replace("\"s\"", "\"other\"", StringComparison.Ordinal), "companion")]))));
    }

    [SharedFact("reference/azure-provider-facts.json")]
    public void The_table_names_properties_that_the_provider_has()
    {
        using var facts = JsonDocument.Parse(File.ReadAllText(SharedFactAttribute.PathOf("reference/azure-provider-facts.json")));
        var foreign = AzureNative.Types.Where(entry => facts.RootElement.TryGetProperty(entry.Type, out _)).SelectMany(entry => entry.Properties.Where(property => !Has(facts.RootElement.GetProperty(entry.Type), property) && !Own.Contains(property)).Select(property => $"{entry.Type} has no {property}"));
        Assert.Empty(foreign);
    }

    private static bool Has(JsonElement type, string property) =>
        property.Split('.').All(step => type.TryGetProperty("properties", out var members) && members.TryGetProperty(step, out type));

    // They only tell that a block is there, are of other versions of the provider than the facts, or are in the block of a cluster's first pool.
    private static readonly string[] Own = ["keyVaultSecretsProvider.enabled", "webAppRouting.enabled", "roleAssignmentMode", "networkRuleBypassForTasksEnabled", "omsAgent.enabled", "addonProfile.kubeDashboard.enabled", "softDeleteEnabled", "encryptionSettings.enabled", "storageOsDisk.vhdUri", "storageDataDisks.vhdUri", "type", "networkSecurityGroupId", "rootDbfsKey", "keyVaultProperties"];

    private static IReadOnlyList<PolicyReport> Judge(string policy, string type, string json) => PolicyPack.Kit.Where(info => info.Id == policy).Start().Analyze(Resource(type, json, "a"));

    private static Resource Resource(string type, string json, string name) => new() { Type = "azure-native:" + type, Name = name, Urn = $"urn:pulumi:s::p::azure-native:{type}::{name}", Id = "/" + name, Properties = PropertyValue.Parse(json) };
}
