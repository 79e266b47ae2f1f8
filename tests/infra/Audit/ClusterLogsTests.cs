using System.Text.Json;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests.Audit;

/// <summary>The configuration of the collector that AKS runs; docs/audit.md says what it is and why it is not run here.</summary>
public sealed class ClusterLogsTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Whatever_guards_writes_into_the_trail(string stack)
    {
        var view = PolicyView.Of(await Recorded.Stack(stack));
        var extension = view.OfType("azure:monitoring/dataCollectionRule:DataCollectionRule").SelectMany(rule => rule["dataSources.extensions"].Items).Single();
        using var json = JsonDocument.Parse(extension["extensionJson"].AsText!);
        var settings = Assert.Single(json.RootElement.EnumerateObject());
        Assert.Equal("dataCollectionSettings", settings.Name);
        Assert.Equal(["interval", "namespaceFilteringMode", "namespaces", "enableContainerLogV2"], settings.Value.EnumerateObject().Select(member => member.Name));
        Assert.Matches("^([1-9]|[12][0-9]|30)m$", settings.Value.GetProperty("interval").GetString());
        Assert.Equal("Include", settings.Value.GetProperty("namespaceFilteringMode").GetString());
        Assert.True(settings.Value.GetProperty("enableContainerLogV2").GetBoolean());

        var collected = settings.Value.GetProperty("namespaces").EnumerateArray().Select(name => name.GetString()).ToHashSet(StringComparer.Ordinal);
        var writing = view.Pods.Select(pod => pod.Namespace).Where(space => space != "gpu-system").Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(writing);
        Assert.Empty(writing.Except(collected, StringComparer.Ordinal));
        Assert.Empty(collected.Except(view.OfType(KubernetesTypes.Namespace).Select(space => space["metadata.name"].AsText), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_gateway_makes_the_request_id_by_which_the_guards_line_is_found(string stack)
    {
        var view = PolicyView.Of(await Recorded.Stack(stack));
        var clients = view.OfType("kubernetes:gateway.envoyproxy.io/v1alpha1:ClientTrafficPolicy").ToList();
        Assert.NotEmpty(clients);
        Assert.All(clients, policy => Assert.Equal("Generate", policy["spec.headers.requestID"].AsText));
        var logs = view.OfType("kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyProxy").SelectMany(proxy => proxy["spec.telemetry.accessLog.settings"].Items).ToList();
        Assert.Equal(clients.Count, logs.Count);
        Assert.All(logs, log => Assert.Equal(("%REQ(X-REQUEST-ID)%", "%REQ(X-TENANT-ID)%"), (log["format.json.request"].AsText, log["format.json.tenant"].AsText)));
        var guards = view.OfType(KubernetesTypes.ConfigMap).Select(map => map["data"].Member("haproxy.cfg").AsText).Where(text => text?.Contains("frontend guard", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(guards);
        Assert.All(guards, text => Assert.Contains("set-var(txn.request) req.hdr(x-request-id)", text, StringComparison.Ordinal));
    }
}
