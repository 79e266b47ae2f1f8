using LlmOpsSecure.Infra.Configuration;
using Pulumi;
using Pulumi.Azure.Network;
using Pulumi.Azure.Network.Inputs;

namespace LlmOpsSecure.Infra.Network;

/// <summary>
/// The only way out: an Azure Firewall Premium that denies what threat intelligence and intrusion detection know, resolves names itself, and lets pass
/// exactly the host names that the cluster needs and that sandbox classes list. It owns the only public address of the stack.
/// </summary>
public sealed class EgressFirewall : ComponentResource
{
    /// <summary>Resource id of the firewall.</summary>
    [Output("firewallId")] public Output<string> FirewallId { get; private set; }

    /// <summary>Resource id of its public address.</summary>
    [Output("publicIpId")] public Output<string> PublicIpId { get; private set; }

    /// <summary>Makes the firewall with its policy.</summary>
    public EgressFirewall(string name, EgressFirewallArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:network:EgressFirewall", name, options)
    {
        var scope = args.Scope;
        var policy = new FirewallPolicy(name, Policy(args), new() { Parent = this });
        var cluster = new FirewallPolicyRuleCollectionGroup($"{name}-cluster", ClusterRules(scope, policy), new() { Parent = this });
        var workloads = new FirewallPolicyRuleCollectionGroup($"{name}-workloads", WorkloadRules(scope, policy), new() { Parent = this, DependsOn = { cluster } });
        var address = new PublicIp(name, Address(scope), new() { Parent = this });
        var firewall = new Firewall(name, new FirewallArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("firewall"),
            SkuName = "AZFW_VNet",
            SkuTier = "Premium",           // network-firewall-is-premium
            FirewallPolicyId = policy.Id,  // network-firewall-has-a-policy
            Zones = [.. scope.Settings.Cluster.Zones],
            IpConfigurations = { new FirewallIpConfigurationArgs { Name = "egress", SubnetId = args.SubnetId, PublicIpAddressId = address.Id } },
            Tags = scope.Tags,
        }, new() { Parent = this, DependsOn = { workloads } });

        this.FirewallId = firewall.Id;
        this.PublicIpId = address.Id;
        this.RegisterOutputs();
    }

    private static FirewallPolicyArgs Policy(EgressFirewallArgs args) => new()
    {
        ResourceGroupName = args.Scope.ResourceGroupName,
        Location = args.Scope.Location,
        Name = args.Scope.Name("egress"),
        Sku = "Premium",
        ThreatIntelligenceMode = "Deny",                                                             // network-firewall-denies-known-threats
        IntrusionDetection = new FirewallPolicyIntrusionDetectionArgs { Mode = "Deny" },             // network-firewall-denies-intrusions
        Dns = new FirewallPolicyDnsArgs { ProxyEnabled = true },                                     // network-firewall-proxies-dns
        SqlRedirectAllowed = false,
        Insights = new FirewallPolicyInsightsArgs { Enabled = true, DefaultLogAnalyticsWorkspaceId = args.WorkspaceId, RetentionInDays = 365 }, // network-firewall-traffic-is-analyzed
        Tags = args.Scope.Tags,
    };

    private static PublicIpArgs Address(PlatformScope scope) => new()
    {
        ResourceGroupName = scope.ResourceGroupName,
        Location = scope.Location,
        Name = scope.Name("firewall"),
        AllocationMethod = "Static",
        Sku = "Standard",
        DdosProtectionMode = scope.Settings.Network.DdosPlanId is null ? "Enabled" : "VirtualNetworkInherited",
        Zones = [.. scope.Settings.Cluster.Zones],
        Tags = scope.Tags,
    };

    private static FirewallPolicyRuleCollectionGroupArgs ClusterRules(PlatformScope scope, FirewallPolicy policy)
    {
        var plan = new AddressPlan(scope.Settings.Network);
        string[] nodes = [.. new[] { "system", "edge", "gpu", "sandbox" }.Select(subnet => plan[subnet].ToString())];
        return Group(policy, "cluster", 200, [.. ClusterEgress.Of(scope.Location).Select(group => Rule(group.Purpose, nodes, group.Fqdns, 443))]);
    }

    private static FirewallPolicyRuleCollectionGroupArgs WorkloadRules(PlatformScope scope, FirewallPolicy policy)
    {
        var edge = new AddressPlan(scope.Settings.Network)["edge"].ToString();
        var issuer = new Uri(scope.Settings.Gateway.JwksUri).Host;
        var rules = scope.Settings.Sandboxes
            .SelectMany(sandbox => sandbox.Allow.GroupBy(rule => rule.Port).Select(ports => Rule($"sandbox-{sandbox.Name}-{ports.Key}", [edge], [.. ports.Select(rule => rule.Host)], ports.Key)))
            .Prepend(Rule("token-issuer-keys", [edge], [issuer], 443));
        return Group(policy, "workloads", 300, [.. rules]);
    }

    private static FirewallPolicyRuleCollectionGroupArgs Group(FirewallPolicy policy, string name, int priority, FirewallPolicyRuleCollectionGroupApplicationRuleCollectionRuleArgs[] rules) => new()
    {
        Name = name,
        FirewallPolicyId = policy.Id,
        Priority = priority,
        ApplicationRuleCollections = { new FirewallPolicyRuleCollectionGroupApplicationRuleCollectionArgs { Name = name, Action = "Allow", Priority = priority, Rules = rules } },
    };

    private static FirewallPolicyRuleCollectionGroupApplicationRuleCollectionRuleArgs Rule(string name, string[] sources, IReadOnlyList<string> fqdns, int port) => new()
    {
        Name = name,
        SourceAddresses = sources,
        DestinationFqdns = [.. fqdns], // network-firewall-allows-exact-hosts
        Protocols = { new FirewallPolicyRuleCollectionGroupApplicationRuleCollectionRuleProtocolArgs { Type = "Https", Port = port } },
    };
}
