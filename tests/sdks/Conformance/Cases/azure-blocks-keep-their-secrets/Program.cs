// Secret members of nested blocks are wrapped by the arguments themselves.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync(() =>
{
    _ = new Pulumi.Azure.KeyVault.Secret("s", new() { Value = "hush", KeyVaultId = "/v" });
    _ = new Pulumi.Azure.ContainerService.KubernetesCluster("k", new() { ResourceGroupName = "g", DefaultNodePool = new Pulumi.Azure.ContainerService.Inputs.KubernetesClusterDefaultNodePoolArgs { Name = "sys", VmSize = "s", NodeCount = 1, Zones = { "1" }, NodeLabels = { ["a"] = "b" } }, HttpProxyConfig = new Pulumi.Azure.ContainerService.Inputs.KubernetesClusterHttpProxyConfigArgs { TrustedCa = "ca", NoProxies = { "x" } }, Identity = new Pulumi.Azure.ContainerService.Inputs.KubernetesClusterIdentityArgs { Type = "SystemAssigned" }, WindowsProfile = new Pulumi.Azure.ContainerService.Inputs.KubernetesClusterWindowsProfileArgs { AdminUsername = "u", AdminPassword = "pw" } });
    _ = new Pulumi.Azure.Storage.Account("a", new() { ResourceGroupName = "g", AccountTier = "Standard", AccountReplicationType = "ZRS", NetworkRules = new Pulumi.Azure.Storage.Inputs.AccountNetworkRulesArgs { DefaultAction = "Deny", Bypasses = { "AzureServices" } } });
    _ = new Pulumi.Azure.Network.NetworkSecurityGroup("n", new() { ResourceGroupName = "g", SecurityRules = { new Pulumi.Azure.Network.Inputs.NetworkSecurityGroupSecurityRuleArgs { Name = "r", Priority = 100, Direction = "Inbound", Access = "Deny", Protocol = "*", SourcePortRange = "*" } } });
});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
