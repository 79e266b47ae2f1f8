using LlmOpsSecure.Infra.Identity;
using Pulumi;
using Pulumi.Azure.Authorization;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>The two identities of the cluster: the control plane's, which joins subnets, names the API server and uses the key of etcd, and the nodes', which pull images.</summary>
public sealed class ClusterIdentities : ComponentResource
{
    private readonly List<Resource> grants = [];

    /// <summary>The control plane's identity.</summary>
    public UserAssignedIdentity ControlPlane { get; }

    /// <summary>The nodes' identity.</summary>
    public UserAssignedIdentity Kubelet { get; }

    /// <summary>The roles that the cluster waits for.</summary>
    public IReadOnlyList<Resource> Grants => this.grants;

    /// <summary>Makes the identities with their roles.</summary>
    public ClusterIdentities(string name, InferenceClusterArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:cluster:ClusterIdentities", name, options)
    {
        this.ControlPlane = Identities.Create("control-plane", args.Scope, this);
        this.Kubelet = Identities.Create("kubelet", args.Scope, this);
        foreach (var subnet in new[] { "api-server", "system", "edge", "gpu", "sandbox" })
        {
            this.GrantControlPlane(subnet, Roles.NetworkContributor, args.Network.SubnetId(subnet), "Joins nodes and load balancers to the subnet");
        }

        this.GrantControlPlane("routes", Roles.NetworkContributor, args.Network.RouteTableId, "Reads the route to the firewall");
        this.GrantControlPlane("zone", Roles.PrivateZoneContributor, args.PrivateZoneId, "Names the API server");
        this.GrantControlPlane("etcd", Roles.KeyUser, args.Vault.Key("etcd").ResourceVersionlessId, "Encrypts etcd");
        this.GrantControlPlane("kubelet", Roles.IdentityOperator, this.Kubelet.Id, "Hands the nodes their identity");
        this.grants.Add(Roles.Assign("kubelet-pull", this.Kubelet.PrincipalId, Roles.RegistryReader, args.RegistryId, "Nodes pull images", this)); // roles fit its mode
        this.RegisterOutputs();
    }

    private void GrantControlPlane(string on, string role, Input<string> scope, string why) =>
        this.grants.Add(Roles.Assign($"control-plane-{on}", this.ControlPlane.PrincipalId, role, scope, why, this));
}
