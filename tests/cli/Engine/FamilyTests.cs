using Grpc.Core;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Protocol;
using static LlmOpsSecure.Cli.Tests.Engine.Comparison;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What resources have from their parents, and what two that claim the same past are told.</summary>
public sealed class FamilyTests
{
    private const string Rg = """{ "name": "rg", "location": "westeurope" }""";

    [Fact]
    public async Task What_a_child_leaves_open_its_parent_says()
    {
        var parent = Component("parent");
        (parent.Protect, parent.RetainOnDelete, parent.DeletedWith) = (true, true, Urn(Group, "other"));
        var child = Child("child");
        var own = Child("own");
        (own.Protect, own.RetainOnDelete, own.DeletedWith) = (false, false, Urn(Group, "own-other"));
        var made = (await RunAsync([], Resource(Group, "other", Rg), Resource(Group, "own-other", Rg), parent, child, own)).State.Resources;
        Assert.Equal((true, true, Urn(Group, "other")), Of("child"));
        Assert.Equal((false, false, Urn(Group, "own-other")), Of("own"));

        (bool, bool, string?) Of(string name) => made.Where(resource => resource.Name == name).Select(resource => (resource.Protect, resource.RetainOnDelete, resource.DeletedWith)).Single();
    }

    [Fact]
    public async Task A_component_hands_its_providers_down()
    {
        var provider = new RegisterResourceRequest { Type = "pulumi:providers:azure", Name = "mine", Custom = true };
        var parent = Component("parent");
        parent.Providers["azure"] = $"{Urn("pulumi:providers:azure", "mine")}::id";
        var inner = new RegisterResourceRequest { Type = "x:y:Inner", Name = "inner", Parent = Urn("x:y:Parent", "parent") };
        var child = Resource(Group, "child", Rg);
        child.Parent = Urn("x:y:Parent$x:y:Inner", "inner");
        var grandchild = Resource(Network, "grandchild", """{ "name": "n", "location": "westeurope", "resourceGroupName": "rg", "addressSpaces": ["10.0.0.0/16"] }""");
        grandchild.Parent = Urn($"x:y:Parent$x:y:Inner${Group}", "child");
        var made = (await RunAsync([], provider, parent, inner, child, grandchild)).State.Resources;
        Assert.All(["child", "grandchild"], name => Assert.Equal($"{Urn("pulumi:providers:azure", "mine")}::id", made.Single(resource => resource.Name == name).Provider));
    }

    [Fact]
    public async Task Default_providers_carry_where_they_come_from_and_can_be_forbidden()
    {
        var resource = Resource(Group, "rg", Rg);
        (resource.Version, resource.PluginDownloadUrl) = ("6.40.0", "https://plugins.example/a b/");
        var made = (await RunAsync([], resource)).State.Resources[0];
        Assert.Equal(("default_6_40_0_https_/plugins.example/a_b", "https://plugins.example/a b"), (made.Name, made.Inputs["__internal"]!["pluginDownloadURL"]!.Text));

        var error = await Assert.ThrowsAsync<RpcException>(() => RunAsync([], [resource], isPreview: true, "config:\n  pulumi:disable-default-providers:\n    - azure\n"));
        Assert.Contains("Default provider for 'azure' disabled", error.Status.Detail, StringComparison.Ordinal);
        Assert.False((await RunAsync([], [resource], isPreview: true, "config:\n  pulumi:disable-default-providers:\n    - kubernetes\n")).Failed);
    }

    [Fact]
    public async Task Two_resources_cannot_have_the_same_past()
    {
        var (one, two) = (Renamed("one"), Renamed("two"));
        var error = await Assert.ThrowsAsync<RpcException>(() => RunAsync([State(Group, "former", Rg)], one, two));
        Assert.Equal($"Duplicate resource alias '{Urn(Group, "former")}' applied to resource with URN '{Urn(Group, "two")}' conflicting with resource with URN '{Urn(Group, "one")}'", error.Status.Detail);
        error = await Assert.ThrowsAsync<RpcException>(() => RunAsync([State(Group, "former", Rg)], one, Resource(Group, "former", Rg)));
        Assert.Equal($"Duplicate resource URN '{Urn(Group, "former")}' conflicting with alias on resource with URN '{Urn(Group, "one")}'", error.Status.Detail);
        error = await Assert.ThrowsAsync<RpcException>(() => RunAsync([State(Group, "former", Rg)], Resource(Group, "former", Rg), one));
        Assert.StartsWith("Duplicate resource alias", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_must_be_there_and_a_type_have_three_parts()
    {
        var orphan = Child("orphan");
        Assert.Equal($"could not find parent resource {Urn("x:y:Parent", "parent")}", (await Assert.ThrowsAsync<RpcException>(() => RunAsync([], orphan))).Status.Detail);
        Assert.Equal("Type 'two:parts' is not a valid type token (must have format '*:*:*')", (await Assert.ThrowsAsync<RpcException>(() => RunAsync([], Resource("two:parts", "x", "{}")))).Status.Detail);
    }

    [Fact]
    public async Task A_component_with_other_arguments_is_updated_and_its_last_outputs_are_not_told()
    {
        var parent = Component("parent");
        parent.Object = Resource("x:y:Parent", "parent", """{ "size": 2 }""").Object;
        var result = await RunAsync([State("x:y:Parent", "parent", """{ "size": 1 }""", custom: false, outputs: """{ "last": "time" }""")], parent);
        Assert.Equal(["Update parent size"], Steps(result));
        var answers = new List<RegisterResourceResponse>();
        result = await RunAsync([State("x:y:Parent", "parent", """{ "size": 2 }""", custom: false, outputs: """{ "last": "time" }""")], [parent], isPreview: false, answers: answers);
        Assert.Equal("time", result.State.Resources.Single(resource => resource.Name == "parent").Outputs["last"]!.Text);
        Assert.Empty(EngineValues.FromStruct(answers.Single().Object.Memory).Members);
    }

    private static RegisterResourceRequest Renamed(string name)
    {
        var request = Resource(Group, name, Rg);
        request.Aliases.Add(new Alias { Spec = new AliasSpec { Name = "former" } });
        return request;
    }

    private static RegisterResourceRequest Child(string name)
    {
        var request = Resource(Group, name, Rg);
        request.Parent = Urn("x:y:Parent", "parent");
        return request;
    }
}
