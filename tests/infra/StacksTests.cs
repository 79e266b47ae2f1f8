using System.Text;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests;

public sealed class StacksTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task A_stack_registers_what_its_golden_lists(string stack)
    {
        var text = new StringBuilder();
        foreach (var resource in (await Recorded.Stack(stack)).Resources)
        {
            text.Append(resource.Urn["urn:pulumi:test::llmopssecure::".Length..]).Append('\n');
        }

        Golden.Matches($"stacks/{stack}.txt", text.ToString());
    }

    [Fact]
    public async Task Production_has_more_than_250_resources() =>
        Assert.InRange((await Recorded.Stack("production")).Resources.Count(resource => resource.IsCustom), 251, 1000);

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_is_a_commented_file_of_under_60_lines(string stack)
    {
        var lines = File.ReadAllLines(Path.Combine(StackFile.Root, "stacks", $"Pulumi.{stack}.yaml"));
        Assert.InRange(lines.Length, 1, 59);
        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_stack_file_is_one_of_the_templates() =>
        Assert.Equal(StackFile.Names.Order(StringComparer.Ordinal), Directory.GetFiles(Path.Combine(StackFile.Root, "stacks"), "Pulumi.*.yaml").Select(file => Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_resource_says_whose_it_is(string stack)
    {
        var anonymous = (await Recorded.Stack(stack)).Resources.Where(resource => resource.IsCustom && !HasOwner(resource)).Select(resource => resource.Urn);
        Assert.Empty(anonymous);
    }

    [Fact]
    public async Task The_platform_layer_has_no_kubernetes_object()
    {
        var platform = await RecordedStack.Of("dev", ("llmops:layer", "platform"));
        Assert.DoesNotContain(platform.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
        Assert.Contains(platform.Resources, resource => resource.Type == "azure:containerservice/kubernetesCluster:KubernetesCluster");
    }

    [Fact]
    public async Task The_workload_layer_has_no_azure_resource()
    {
        var workloads = await RecordedStack.Of("dev", ("llmops:layer", "workloads"), ("llmops:platformStack", "organisation/llmopssecure/dev-platform"));
        Assert.DoesNotContain(workloads.Resources, resource => resource.Type.StartsWith("azure:", StringComparison.Ordinal));
        Assert.Contains(workloads.Resources, resource => resource.Type == "kubernetes:apps/v1:Deployment");
    }

    [Fact]
    public async Task The_kill_switch_stops_tools_and_decisions()
    {
        var stopped = await RecordedStack.Of("agents", ("llmops:killSwitch", "true"));
        Assert.All(stopped.Resources.Where(resource => resource.Type == "azure:servicebus/queue:Queue"), queue => Assert.Equal("Disabled", queue.Inputs["status"]));
        Assert.All(stopped.Resources.Where(resource => resource.Type.EndsWith(":MCPRoute", StringComparison.Ordinal)), route => Assert.Contains("\"rules\": []", route.Json, StringComparison.Ordinal));
        Assert.All(stopped.Resources.Where(resource => resource.Type.EndsWith(":SandboxWarmPool", StringComparison.Ordinal)), pool => Assert.Contains("\"replicas\": 0", pool.Json, StringComparison.Ordinal));
        Assert.DoesNotContain(stopped.Resources, resource => resource.Name == "decisions-executor" && resource.Type.EndsWith(":NetworkPolicy", StringComparison.Ordinal));
    }

    // What has neither tags nor metadata of its own belongs to the resource that it is a part of.
    private static bool HasOwner(RecordedResource resource) =>
        resource.Inputs.ContainsKey("tags") ? resource.Json.Contains("\"owner\": \"llm-platform@example.com\"", StringComparison.Ordinal)
        : resource.Inputs.ContainsKey("metadata") && resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) ? resource.Json.Contains("\"llmops/owner\": \"llm-platform@example.com\"", StringComparison.Ordinal)
        : Parts.Contains(resource.Type);

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential",
        "azure:authorization/assignment:Assignment",
        "azure:consumption/budgetResourceGroup:BudgetResourceGroup",
        "azure:containerservice/clusterDeploymentSafeguard:ClusterDeploymentSafeguard",
        "azure:containerservice/registryCacheRule:RegistryCacheRule",
        "azure:core/resourceGroupPolicyAssignment:ResourceGroupPolicyAssignment",
        "azure:management/lock:Lock",
        "azure:monitoring/dataCollectionRuleAssociation:DataCollectionRuleAssociation",
        "azure:monitoring/diagnosticSetting:DiagnosticSetting",
        "azure:monitoring/privateLinkScopedService:PrivateLinkScopedService",
        "azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup",
        "azure:network/subnet:Subnet",
        "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation",
        "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation",
        "azure:sentinel/logAnalyticsWorkspaceOnboarding:LogAnalyticsWorkspaceOnboarding",
        "azure:servicebus/queue:Queue",
        "azure:storage/container:Container",
        "azure:storage/containerImmutabilityPolicy:ContainerImmutabilityPolicy",
        "azure:storage/managementPolicy:ManagementPolicy",
        "kubernetes:helm.sh/v3:Release",
        "pulumi:providers:kubernetes",
        "tls:index/certRequest:CertRequest",
        "tls:index/locallySignedCert:LocallySignedCert",
        "tls:index/privateKey:PrivateKey",
        "tls:index/selfSignedCert:SelfSignedCert",
    };
}
