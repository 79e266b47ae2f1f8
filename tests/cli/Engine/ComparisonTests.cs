using Grpc.Core;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Protocol;
using static LlmOpsSecure.Cli.Tests.Engine.Comparison;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What happens to the resources of a state, by the options that the program gives.</summary>
public sealed class ComparisonTests
{
    private const string Old = """{ "name": "net", "location": "westeurope", "resourceGroupName": "rg", "addressSpaces": ["10.0.0.0/16"], "tags": { "a": "1", "b": "2" } }""";

    [Fact]
    public async Task A_resource_that_is_the_same_stays_the_same_and_keeps_its_outputs()
    {
        var result = await RunAsync([State(Network, "net", Old, outputs: """{ "guid": "kept" }""")], Resource(Network, "net", Old));
        Assert.Equal(["Same net"], Steps(result));
        Assert.Equal("kept", result.State.Resources.Single(resource => resource.Name == "net").Outputs["guid"]!.Text);
    }

    [Fact]
    public async Task An_alias_finds_the_resource_under_its_former_name_type_or_parent()
    {
        var renamed = Resource(Network, "net", Old);
        renamed.Aliases.Add(new Alias { Spec = new AliasSpec { Name = "former" } });
        var result = await RunAsync([State(Network, "former", Old)], renamed);
        Assert.Equal(["Same net"], Steps(result)); // and nothing is deleted
        var moved = Resource(Network, "net", Old);
        moved.Parent = Urn("x:y:Parent", "parent");
        moved.Aliases.Add(new Alias { Spec = new AliasSpec { NoParent = true } });
        Assert.Equal(["Create parent", "Same net"], Steps(await RunAsync([State(Network, "net", Old)], Component("parent"), moved)));
    }

    [Fact]
    public async Task A_child_inherits_the_former_name_and_place_of_its_parent()
    {
        var parent = Component("parent");
        parent.Aliases.Add(new Alias { Spec = new AliasSpec { Name = "former" } });
        var child = Resource(Network, "parent-net", Old);
        child.Parent = Urn("x:y:Parent", "parent");
        var oldChild = State(Network, "former-net", Old) with { Urn = $"urn:pulumi:dev::compare::x:y:Parent${Network}::former-net", Parent = Urn("x:y:Parent", "former") };
        Assert.Equal(["Same parent", "Same parent-net"], Steps(await RunAsync([State("x:y:Parent", "former", "{}", custom: false), oldChild], parent, child)));
    }

    [Fact]
    public async Task An_ignored_change_is_none_and_the_state_keeps_the_old_value()
    {
        var changed = Resource(Network, "net", Old.Replace("\"1\"", "\"9\"", StringComparison.Ordinal).Replace("10.0", "10.1", StringComparison.Ordinal));
        changed.IgnoreChanges.Add("tags.a");
        changed.IgnoreChanges.Add("addressSpaces[*]");
        var result = await RunAsync([State(Network, "net", Old)], changed);
        Assert.Equal(["Same net"], Steps(result));
        Assert.Equal("1", result.State.Resources.Single(resource => resource.Name == "net").Inputs["tags"]!["a"]!.Text);
    }

    [Fact]
    public async Task A_change_that_forces_a_replacement_is_named()
    {
        var result = await RunAsync([State(Network, "net", Old)], Resource(Network, "net", Old.Replace("westeurope", "swedencentral", StringComparison.Ordinal)));
        Assert.Equal((Operation.Replace, "location"), (result.Steps[^1].Op, string.Join(",", result.Steps[^1].Replaces)));
        var tagged = Resource(Network, "net", Old.Replace("\"1\"", "\"9\"", StringComparison.Ordinal));
        Assert.Equal(["Update net tags.a"], Steps(await RunAsync([State(Network, "net", Old)], tagged)));
        tagged.ReplaceOnChanges.Add("tags.b");
        Assert.Equal(["Update net tags.a"], Steps(await RunAsync([State(Network, "net", Old)], tagged)));
        tagged.ReplaceOnChanges.Add("tags");
        Assert.Equal(["Replace net tags.a"], Steps(await RunAsync([State(Network, "net", Old)], tagged)));
    }

    [Fact]
    public async Task A_resource_deleted_before_it_is_replaced_takes_along_who_cannot_live_without_it()
    {
        const string Inner = """{ "name": "inner", "location": "westeurope", "resourceGroupName": "rg", "addressSpaces": ["10.0.0.0/16"] }""";
        var group = Resource(Group, "rg", """{ "name": "rg", "location": "swedencentral" }""");
        (group.DeleteBeforeReplace, group.DeleteBeforeReplaceDefined) = (true, true);
        var dependent = State(Network, "inner", Inner) with { PropertyDependencies = new Dictionary<string, IReadOnlyList<string>> { ["resourceGroupName"] = [Urn(Group, "rg")] } };
        StateResources state = [State(Group, "rg", """{ "name": "rg", "location": "westeurope" }"""), dependent];
        Assert.Equal(["Replace rg location", "Replace inner"], Steps(await RunAsync(state, group, Resource(Network, "inner", Inner))));
        group.DeleteBeforeReplace = false;
        Assert.Equal(["Replace rg location", "Same inner"], Steps(await RunAsync(state, group, Resource(Network, "inner", Inner))));
    }

    [Fact]
    public async Task An_import_takes_the_id_over_once()
    {
        var imported = Resource(Network, "net", Old);
        imported.ImportId = "/the/id";
        var result = await RunAsync([], imported);
        Assert.Equal(["Import net"], Steps(result));
        var made = result.State.Resources.Single(resource => resource.Name == "net");
        Assert.Equal(("/the/id", "/the/id"), (made.Id, made.ImportId));
        Assert.Equal(["Same net"], Steps(await RunAsync([made], imported)));
    }

    [Fact]
    public async Task What_is_gone_is_deleted_but_not_what_is_protected()
    {
        var result = await RunAsync([State(Group, "a", "{}"), State(Group, "b", "{}") with { RetainOnDelete = true }, State(Group, "c", "{}") with { DeletedWith = Urn(Group, "a") }]);
        Assert.Equal(["Delete c", "Delete b", "Delete a"], Steps(result));
        Assert.Equal(["goes with a (deletedWith)", "kept by the cloud (retainOnDelete)", ""], result.Steps.Select(step => step.Note));
        result = await RunAsync([State(Group, "a", "{}") with { Options = new() { Protect = true } }]);
        Assert.True(result.Failed);
        Assert.Equal(["a"], result.State.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task What_the_real_providers_made_of_the_inputs_is_no_change()
    {
        const string Deployment = "kubernetes:apps/v1:Deployment", Secret = "kubernetes:core/v1:Secret";
        Assert.Equal(["Same web"], Steps(await RunAsync(
            [State(Deployment, "web", """{ "apiVersion": "apps/v1", "kind": "Deployment", "metadata": { "annotations": { "pulumi.com/autonamed": "true" }, "name": "web-137ebd19" }, "spec": { "containers": [{ "resources": { "limits": { "nvidia.com/gpu": "1" } } }] } }""")],
            Resource(Deployment, "web", """{ "apiVersion": "apps/v1", "kind": "Deployment", "spec": { "containers": [{ "resources": { "limits": { "nvidia.com/gpu": 1 } } }] } }"""))));
        Assert.Equal(["Same token"], Steps(await RunAsync(
            [State(Secret, "token", """{ "apiVersion": "v1", "kind": "Secret", "metadata": { "name": "token" }, "data": { "a": "Yg==" } }""")],
            Resource(Secret, "token", """{ "apiVersion": "v1", "kind": "Secret", "metadata": { "name": "token" }, "stringData": { "a": "b" } }"""))));
        Assert.Equal(["Same vault"], Steps(await RunAsync(
            [State("azure:keyvault/keyVault:KeyVault", "vault", """{ "__defaults": ["name"], "name": "vault1a2b3c4", "location": "westeurope", "networkAcls": { "__defaults": [], "bypass": "None" } }""")],
            Resource("azure:keyvault/keyVault:KeyVault", "vault", """{ "location": "westeurope", "networkAcls": { "bypass": "None" } }"""), isPreview: true)));
    }

    [Fact]
    public async Task A_URN_may_be_registered_once()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => RunAsync([], Resource("x:y:Z", "twice", "{}"), Resource("x:y:Z", "twice", "{}")));
        Assert.Contains("Duplicate resource URN 'urn:pulumi:dev::compare::x:y:Z::twice'", error.Status.Detail, StringComparison.Ordinal);
    }
}
