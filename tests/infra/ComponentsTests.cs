using System.Text;
using LlmOpsSecure.Infra.Tests.Recording;
using Pulumi;

namespace LlmOpsSecure.Infra.Tests;

public sealed class ComponentsTests
{
    // The first stack that has a component shows it.
    private static readonly string[] Showing = ["production", "agents", "multi-tenant", "dev"];

    private static readonly string[] NotInAStack = ["HubPeering"];

    [Fact]
    public async Task Each_component_registers_what_its_golden_shows()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stack in Showing)
        {
            var resources = (await Recorded.Stack(stack)).Resources;
            foreach (var component in resources.Where(resource => !resource.IsCustom && shown.Add(resource.Type)))
            {
                Golden.Matches($"components/{component.Type.Split(':')[2]}.txt", Text(component, resources));
            }
        }

        Golden.HasNothingBut("components", shown.Select(type => $"{type.Split(':')[2]}.txt"));
        var classes = typeof(StackProgram).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ComponentResource))).Select(type => type.Name == "WorkloadLayer" ? "Workloads" : type.Name);
        Assert.Equal(classes.Except(NotInAStack).Order(StringComparer.Ordinal), shown.Select(type => type.Split(':')[2]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_hub_is_peered_instead_of_a_firewall()
    {
        var stack = await RecordedStack.Of("dev", ("llmops:network", """{"addressSpace":"10.40.0.0/22","egress":"hub","hubNetworkId":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub","hubFirewallAddress":"10.0.0.4"}"""));
        var peering = Assert.Single(stack.Resources, resource => resource.Type == "azure:network/virtualNetworkPeering:VirtualNetworkPeering");
        Assert.Equal("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub", peering.Inputs["remoteVirtualNetworkId"]);
        Assert.DoesNotContain(stack.Resources, resource => resource.Type == "azure:network/firewall:Firewall");
        Assert.Contains("\"nextHopInIpAddress\": \"10.0.0.4\"", Assert.Single(stack.Resources, resource => resource.Type == "azure:network/routeTable:RouteTable").Json, StringComparison.Ordinal);
    }

    private static string Text(RecordedResource component, IReadOnlyList<RecordedResource> resources)
    {
        var text = new StringBuilder();
        foreach (var child in resources.Where(resource => resource.Parent == component.Urn))
        {
            text.Append(child.Type).Append(' ').Append(child.Name);
            text.Append(child.IsCustom ? $" {child.Json}\n" : "\n");
        }

        return text.ToString();
    }
}
