using System.Collections.Immutable;
using LlmOpsSecure.Infra.Audit;
using LlmOpsSecure.Infra.Budget;
using LlmOpsSecure.Infra.Cluster;
using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Decisions;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Models;
using LlmOpsSecure.Infra.Network;
using LlmOpsSecure.Infra.Registry;
using LlmOpsSecure.Infra.Vault;
using Pulumi;
using Pulumi.Azure.Core;
using Pulumi.Azure.Management;

namespace LlmOpsSecure.Infra;

/// <summary>The Azure half: network, vaults, audit, registry, stores, cluster and identities, in two resource groups with different owners.</summary>
public sealed class Platform : ComponentResource
{
    private readonly StackSettings settings;

    /// <summary>What the workload layer needs.</summary>
    public PlatformOutputs Outputs { get; }

    /// <summary>Makes the platform.</summary>
    public Platform(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("llmopssecure:index:Platform", name, options)
    {
        this.settings = settings;
        var (group, scope) = this.Group("platform");
        var (auditGroup, auditScope) = this.Group("audit");

        var network = new SpokeNetwork("spoke", new() { Scope = scope }, this.Child());
        var zones = new PrivateZones("zones", new() { Scope = scope, NetworkId = network.NetworkId }, this.Child());
        var access = new PrivateAccess(scope, network.SubnetId("endpoints"), zones);
        var workspace = new AuditWorkspace("logs", new() { Scope = auditScope, Access = access }, this.Child());
        var keys = new EncryptionVault("keys", new() { Scope = scope, Access = access }, this.Child());
        var archive = new AuditArchive("archive", new() { Scope = auditScope, Access = access, Vault = keys }, this.Child());
        var secrets = new WorkloadVault("secrets", new() { Scope = scope, Access = access }, this.Child());
        var registry = new ImageRegistry("images", new() { Scope = scope, Access = access, Vault = keys }, this.Child());
        var store = new ModelStore("models", new() { Scope = scope, Access = access, Vault = keys }, this.Child());
        var decisions = new DecisionLedger("decisions", new() { Scope = scope, Access = access, Vault = keys }, this.Child());
        var disks = new DiskEncryption("disks", new() { Scope = scope, Vault = keys }, this.Child());
        var firewall = this.WayOut(scope, network, workspace);
        var cluster = new InferenceCluster("cluster", new()
        {
            Scope = scope,
            Network = network,
            PrivateZoneId = zones.Id("cluster"),
            Vault = keys,
            DiskEncryptionSetId = disks.DiskEncryptionSetId,
            WorkspaceId = workspace.WorkspaceId,
            RegistryId = registry.RegistryId,
            After = firewall is null ? [] : [firewall],
        }, this.Child());
        this.Pools(scope, network, cluster);

        var trail = new AuditTrail(workspace.WorkspaceId, archive.AccountId, this);
        this.Record(trail, network, workspace, archive, keys, secrets, registry, store, decisions, firewall, cluster);
        _ = new FlowLog("flows", new() { Scope = scope, NetworkId = network.NetworkId, ArchiveAccountId = archive.AccountId, WorkspaceId = workspace.WorkspaceId, WorkspaceGuid = workspace.WorkspaceGuid }, this.Child());
        _ = new ClusterLogs("containers", new() { Scope = scope, ClusterId = cluster.ClusterId, WorkspaceId = workspace.WorkspaceId, CollectionEndpointId = workspace.CollectionEndpointId, Namespaces = WorkloadAccounts.Namespaces(settings) }, this.Child());
        _ = new SecurityAlerts("security", new() { Scope = auditScope, WorkspaceId = workspace.WorkspaceId, ResourceGroupIds = [group.Id, auditGroup.Id] }, this.Child());
        _ = new PolicyAssignments("policies", new() { Scope = scope, ResourceGroupId = group.Id }, this.Child());
        _ = new ResourceGroupBudget("budget", new() { Scope = scope, ResourceGroupId = group.Id }, this.Child());
        this.LockDown(("keys", keys.VaultId), ("archive", archive.AccountId), ("logs", workspace.WorkspaceId));

        this.Outputs = new() { ApiServer = cluster.ApiServer, CertificateAuthority = cluster.CertificateAuthority, ClientIds = this.WorkloadIdentities(scope, cluster, secrets, store, decisions) };
        this.RegisterOutputs();
    }

    private (ResourceGroup Group, PlatformScope Scope) Group(string role)
    {
        var group = new ResourceGroup(role, new ResourceGroupArgs { Name = $"{this.settings.Name}-{role}", Location = this.settings.Location, Tags = new PlatformScope(this.settings, "").Tags }, new() { Parent = this });
        return (group, new PlatformScope(this.settings, group.Name));
    }

    private EgressFirewall? WayOut(PlatformScope scope, SpokeNetwork network, AuditWorkspace workspace)
    {
        if (this.settings.Network.Egress == EgressMode.Hub)
        {
            _ = new HubPeering("hub", new() { Scope = scope, HubNetworkId = this.settings.Network.HubNetworkId! }, new() { Parent = this, DependsOn = { network } });
        }

        return this.settings.Network.Egress == EgressMode.Firewall
            ? new EgressFirewall("firewall", new() { Scope = scope, SubnetId = network.SubnetId(AddressPlan.Firewall), WorkspaceId = workspace.WorkspaceId }, this.Child())
            : null;
    }

    private void Pools(PlatformScope scope, SpokeNetwork network, InferenceCluster cluster)
    {
        NodePoolArgs Pool(string subnet) => new() { Scope = scope, ClusterId = cluster.ClusterId, SubnetId = network.SubnetId(subnet) };
        _ = new EdgePool("edge", Pool("edge"), this.Child());
        _ = new GpuPool("gpu", Pool("gpu"), this.Child());
        if (this.settings.Sandboxes.Count > 0)
        {
            _ = new SandboxPool("sandbox", Pool("sandbox"), this.Child());
        }
    }

    private void Record(AuditTrail trail, SpokeNetwork network, AuditWorkspace workspace, AuditArchive archive, EncryptionVault keys, WorkloadVault secrets, ImageRegistry registry, ModelStore store, DecisionLedger decisions, EgressFirewall? firewall, InferenceCluster cluster)
    {
        string[] blobs = ["StorageRead", "StorageWrite", "StorageDelete"];
        _ = trail.Of("cluster", cluster.ClusterId, "kube-audit-admin", "guard", "kube-apiserver", "kube-controller-manager", "cloud-controller-manager", "kube-scheduler", "cluster-autoscaler"); // audit-cluster-is-recorded
        _ = trail.Of("keys", keys.VaultId, "AuditEvent", "AzurePolicyEvaluationDetails"); // audit-vaults-are-recorded
        _ = trail.Of("secrets", secrets.VaultId, "AuditEvent", "AzurePolicyEvaluationDetails");
        _ = trail.Of("registry", registry.RegistryId, "ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"); // audit-registries-are-recorded
        _ = trail.Of("models", store.BlobServiceId, blobs); // audit-storage-is-recorded
        _ = trail.Of("ledger", decisions.BlobServiceId, blobs);
        _ = trail.OfArchive("archive", archive.BlobServiceId, blobs);
        _ = trail.Of("decisions", decisions.NamespaceId);
        _ = trail.Of("network", network.NetworkId);
        _ = trail.Of("workspace", workspace.WorkspaceId, "Audit"); // audit-queries-are-recorded
        _ = trail.Of("activity", $"/subscriptions/{this.settings.SubscriptionId}", "Administrative", "Security", "Policy", "Alert");
        if (firewall is not null)
        {
            _ = trail.Of("firewall", firewall.FirewallId, "AZFWApplicationRule", "AZFWNetworkRule", "AZFWDnsQuery", "AZFWThreatIntel", "AZFWIdpsSignature", "AZFWFqdnResolveFailure"); // audit-firewalls-are-recorded
            _ = trail.Of("firewall-address", firewall.PublicIpId);
        }
    }

    private void LockDown(params (string Name, Output<string> Id)[] resources)
    {
        foreach (var (name, id) in this.settings.IsProduction ? resources : [])
        {
            _ = new Pulumi.Azure.Management.Lock($"keep-{name}", new LockArgs { Name = "keep", Scope = id, LockLevel = "CanNotDelete", Notes = "Evidence and keys outlive the stack" }, new() { Parent = this });
        }
    }

    private Output<ImmutableDictionary<string, string>> WorkloadIdentities(PlatformScope scope, InferenceCluster cluster, WorkloadVault secrets, ModelStore store, DecisionLedger decisions)
    {
        var grants = WorkloadAccounts.ModelServers(this.settings).ToDictionary(account => account, _ => (IReadOnlyList<RoleGrant>)[new(Roles.BlobReader, "weights", store.WeightsId, "Reads the weights it serves")]);
        grants[WorkloadAccounts.Proposer] = [new(Roles.MessageSender, "proposals", decisions.ProposalsId, "Proposes, and can do no more")];
        grants[WorkloadAccounts.Executor] = [new(Roles.MessageReceiver, "approved", decisions.ApprovedId, "Executes what people approved"), new(Roles.BlobContributor, "ledger", decisions.LedgerId, "Writes down what it did")];
        foreach (var reader in WorkloadAccounts.VaultCertificates(this.settings).GroupBy(one => one.Account, one => one.Certificate))
        {
            var certificates = reader.Select(name => new RoleGrant(Roles.SecretsUser, name, Output.Format($"{secrets.VaultId}/secrets/{name}"), "Reads its own certificate"));
            grants[reader.Key] = [.. grants.GetValueOrDefault(reader.Key, []), .. certificates];
        }

        var ids = grants.OrderBy(pair => pair.Key.IdentityName, StringComparer.Ordinal).Select(pair => (
            Name: pair.Key.IdentityName,
            Identity: new WorkloadIdentity(pair.Key.IdentityName, new() { Scope = scope, Issuer = cluster.Issuer, Account = pair.Key, Grants = pair.Value }, this.Child()))).ToList();
        return Output.All(ids.Select(id => id.Identity.ClientId)).Apply(values => ids.Zip(values).ToImmutableDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal));
    }

    private ComponentResourceOptions Child() => new() { Parent = this };
}
