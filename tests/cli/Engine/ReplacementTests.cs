using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Protocol;
using static LlmOpsSecure.Cli.Tests.Engine.Comparison;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What replaces a resource besides its own properties, what forbids it, and what goes along.</summary>
public sealed class ReplacementTests
{
    private const string Rg = """{ "name": "rg", "location": "westeurope" }""";
    private const string Net = """{ "name": "net", "location": "westeurope", "resourceGroupName": "rg", "addressSpaces": ["10.0.0.0/16"], "tags": { "a": "1" } }""";

    [Fact]
    public async Task A_protected_resource_is_not_replaced_unless_the_program_lets_go_of_it()
    {
        var state = State(Network, "net", Net) with { Options = new() { Protect = true } };
        var moved = Resource(Network, "net", Elsewhere(Net));
        Assert.Equal(["Replace net location"], Steps(await RunAsync([state], moved)));
        moved.Protect = true;
        var result = await RunAsync([state], moved);
        Assert.True(result.Failed);
        Assert.Equal("westeurope", result.State.Resources.Single(resource => resource.Name == "net").Inputs["location"]!.Text);
    }

    [Fact]
    public async Task The_new_one_owes_nothing_to_ignored_changes()
    {
        var moved = Resource(Network, "net", Elsewhere(Net).Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        moved.IgnoreChanges.Add("tags");
        var result = await RunAsync([State(Network, "net", Net)], moved);
        Assert.Equal(["Replace net location"], Steps(result));
        Assert.Equal("2", result.State.Resources.Single(resource => resource.Name == "net").Inputs["tags"]!["a"]!.Text);
    }

    [Fact]
    public async Task A_trigger_that_changes_replaces_and_the_first_one_does_not()
    {
        var triggered = Resource(Network, "net", Net);
        triggered.ReplacementTrigger = Value("v2");
        var first = await RunAsync([State(Network, "net", Net)], triggered);
        Assert.Equal(["Same net"], Steps(first));
        Assert.Equal("v2", first.State.Resources.Single(resource => resource.Name == "net").ReplacementTrigger!.Text);
        var again = await RunAsync([State(Network, "net", Net) with { ReplacementTrigger = Policies.Model.PropertyValue.Of("v1") }], triggered);
        Assert.Equal((Operation.Replace, "replacementTrigger"), (again.Steps[^1].Op, string.Join(",", again.Steps[^1].Replaces)));
    }

    [Fact]
    public async Task A_resource_is_replaced_with_the_one_that_it_names_or_is_deleted_with()
    {
        StateResources state = [State(Group, "rg", Rg), State(Network, "net", Net)];
        var with = Resource(Network, "net", Net);
        with.ReplaceWith.Add(Urn(Group, "rg"));
        var deleted = Resource(Network, "net", Net);
        deleted.DeletedWith = Urn(Group, "rg");
        foreach (var dependent in new[] { with, deleted })
        {
            var result = await RunAsync(state, Resource(Group, "rg", Elsewhere(Rg)), dependent);
            Assert.Equal(["the replacement of rg"], result.Steps.Single(step => step.State.Name == "net").Replaces);
        }
    }

    [Fact]
    public async Task The_marks_of_a_state_are_followed()
    {
        foreach (var marked in new[] { State(Network, "net", Net) with { Taint = true }, State(Network, "net", Net) with { PendingReplacement = true } })
        {
            var result = await RunAsync([marked], Resource(Network, "net", Net));
            Assert.Equal(["Replace net"], Steps(result));
            Assert.False(result.State.Resources.Single(resource => resource.Name == "net") is { Taint: true } or { PendingReplacement: true });
        }

        Assert.Equal(["Update net"], Steps(await RunAsync([State(Network, "net", Net) with { InitErrors = ["not ready"] }], Resource(Network, "net", Net))));
    }

    [Fact]
    public async Task A_name_that_is_kept_deletes_first_and_takes_along_who_needs_it()
    {
        var dependent = State(Network, "net", Net) with { PropertyDependencies = new Dictionary<string, IReadOnlyList<string>> { ["resourceGroupName"] = [Urn(Group, "rg")] } };
        Assert.Equal(["Replace rg location", "Replace net"], Steps(await RunAsync([State(Group, "rg", Rg), dependent], Resource(Group, "rg", Elsewhere(Rg)), Resource(Network, "net", Net))));

        // A name that the provider chooses is a new one, and both stand side by side.
        const string Chosen = """{ "location": "westeurope" }""";
        Assert.Equal(["Replace rg location", "Same net"], Steps(await RunAsync([State(Group, "rg", Chosen), dependent], Resource(Group, "rg", Elsewhere(Chosen)), Resource(Network, "net", Net))));

        var result = await RunAsync([State(Group, "rg", Rg), dependent with { Options = new() { Protect = true } }], Resource(Group, "rg", Elsewhere(Rg)));
        Assert.True(result.Failed);
        Assert.Contains(result.Diagnostics, message => message.Urn == dependent.Urn && message.Text.Contains("protected, but would have to be replaced with rg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_imported_resource_that_still_names_its_id_is_not_replaced()
    {
        var imported = Resource(Network, "net", Elsewhere(Net));
        imported.ImportId = "/id/of/net";
        StateResources state = [State(Network, "net", Net)];
        Assert.True((await RunAsync(state, imported)).Failed);
        Assert.False((await RunAsync(state, imported, isPreview: true)).Failed);
        Assert.Equal(["Same net"], Steps(await RunAsync([State(Network, "net", Net) with { Id = "/other/form", ImportId = "/id/of/net" }], Imported(Net, "/id/of/net"))));
    }

    [Theory]
    [InlineData("a", "https://a", null, "https://b", null, "Replace by kubeconfig, Replace by provider")]
    [InlineData("a", "https://a", null, "https://a", null, "Update, Same")]
    [InlineData("b", "https://a", null, "https://b", null, "Update, Same")]
    [InlineData("a", "https://a", "one", "https://b", "one", "Update, Same")]
    [InlineData("a", "https://a", "one", "https://a", "two", "Replace by clusterIdentifier, Replace by provider")]
    public async Task A_Kubernetes_provider_that_leads_to_another_cluster_takes_along_what_it_made(string context, string server, string? identifier, string newServer, string? newIdentifier, string expected)
    {
        const string Map = "kubernetes:core/v1:ConfigMap";
        const string Object = """{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "map", "namespace": "default" } }""";
        var provider = State(KubernetesProvider.Type, "mine", Inputs(server, identifier, "old"));
        var map = Resource(Map, "map", Object);
        map.Provider = $"{provider.Urn}::{provider.Id}";
        var result = await RunAsync([provider, State(Map, "map", Object) with { Provider = map.Provider }], Resource(provider.Type, "mine", Inputs(newServer, newIdentifier, "new")), map);

        Assert.Equal(expected, string.Join(", ", result.Steps.Select(step => $"{step.Op}{(step.Replaces.Count > 0 ? $" by {string.Join(' ', step.Replaces)}" : "")}")));
        Assert.Equal(expected.StartsWith("Update", StringComparison.Ordinal), result.State.Resources.Single(resource => resource.Name == "mine").Id == provider.Id);

        // Cluster b is another in each configuration, and only matters where it is the one in use.
        string Inputs(string of, string? known, string user)
        {
            var config = $"{{ current-context: {context}, users: [{{ name: u, user: {{ token: {user} }} }}], contexts: [{{ name: a, context: {{ cluster: a, user: u }} }}, {{ name: b, context: {{ cluster: b, user: u }} }}], clusters: [{{ name: a, cluster: {{ server: '{(context == "a" ? of : "https://" + user)}' }} }}, {{ name: b, cluster: {{ server: '{(context == "a" ? "https://" + user : "https://b")}' }} }}] }}";
            return known is null ? $$"""{ "kubeconfig": {{System.Text.Json.JsonSerializer.Serialize(config)}} }""" : $$"""{ "kubeconfig": {{System.Text.Json.JsonSerializer.Serialize(config)}}, "clusterIdentifier": "{{known}}" }""";
        }
    }

    private static RegisterResourceRequest Imported(string inputs, string id)
    {
        var request = Resource(Network, "net", inputs);
        request.ImportId = id;
        return request;
    }

    private static string Elsewhere(string inputs) => inputs.Replace("westeurope", "swedencentral", StringComparison.Ordinal);

    private static Google.Protobuf.ByteString Value(string text)
    {
        var value = new Google.Protobuf.WellKnownTypes.Value { StringValue = text };
        return Google.Protobuf.ByteString.CopyFrom(Google.Protobuf.MessageExtensions.ToByteArray(value));
    }
}
