using Grpc.Core;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Policies.Reports;
using LlmOpsSecure.Protocol;
using static LlmOpsSecure.Cli.Tests.Engine.Comparison;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>Resources that are only read, and functions that need others.</summary>
public sealed class ReadTests
{
    private const string Rg = """{ "name": "rg", "location": "westeurope" }""";

    [Fact]
    public async Task A_read_takes_the_place_of_what_the_stack_made_and_lets_it_go()
    {
        var result = await ReadAsync(State(Group, "rg", Rg), "/another/id");
        Assert.Equal(["Read rg", "Delete rg"], Steps(result));
        Assert.Equal(("/another/id", true), result.State.Resources.Where(resource => resource.Name == "rg").Select(resource => (resource.Id, resource.External)).Single());
        Assert.Equal(["Read rg"], Steps(await ReadAsync(State(Group, "rg", Rg), "/id/of/rg"))); // given up, and left to whoever made it
        Assert.Equal(["Read rg"], Steps(await ReadAsync(State(Group, "rg", Rg) with { External = true, Id = "/before" }, "/another/id")));
    }

    [Fact]
    public async Task What_is_only_read_is_not_judged_with_the_stack()
    {
        await using var judge = new Judge();
        await ReadAsync(null, "/id", judge);
        Assert.DoesNotContain(Urn(Group, "rg"), judge.Stack);
        Assert.Contains(judge.Stack, urn => urn.Contains("pulumi:providers:azure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_function_waits_for_what_an_update_makes()
    {
        foreach (var isPreview in new[] { true, false })
        {
            using var sandbox = new Sandbox();
            using var operation = Open(sandbox, isPreview);
            var monitor = new MonitorService(operation);
            await monitor.RegisterResource(Component("parent"), new TestCall());
            var child = Resource(Group, "rg", Rg);
            child.Parent = Urn("x:y:Parent", "parent");
            await monitor.RegisterResource(child, new TestCall());
            var call = new ResourceInvokeRequest { Tok = "azure:core/getClientConfig:getClientConfig" };
            Assert.False((await monitor.Invoke(call, new TestCall())).Unknown);
            call.DependsOn.Add(Urn("x:y:Parent", "parent"));
            Assert.Equal(isPreview, (await monitor.Invoke(call, new TestCall())).Unknown);
        }
    }

    [Fact]
    public async Task A_resource_is_found_by_its_URN_with_its_provider()
    {
        using var sandbox = new Sandbox();
        using var operation = Open(sandbox, isPreview: false);
        var monitor = new MonitorService(operation);
        await monitor.RegisterResource(Resource(Group, "rg", Rg), new TestCall());
        var found = EngineValues.FromStruct((await monitor.Invoke(Look("rg"), new TestCall())).Return.Memory);
        Assert.Equal((Urn(Group, "rg"), "westeurope"), (found["urn"]!.Text, found["state"]!["location"]!.Text));
        Assert.StartsWith(Urn("pulumi:providers:azure", "default") + "::", found["provider"]!.Text, StringComparison.Ordinal);
        Assert.Equal($"unknown resource {Urn(Group, "gone")}", (await Assert.ThrowsAsync<RpcException>(() => monitor.Invoke(Look("gone"), new TestCall()))).Status.Detail);

        ResourceInvokeRequest Look(string name) => new() { Tok = "pulumi:pulumi:getResource", Args = Resource(Group, "x", $$"""{ "urn": "{{Urn(Group, name)}}" }""").Object };
    }

    [Fact]
    public async Task The_resources_of_another_stack_are_read_from_its_state()
    {
        using var sandbox = new Sandbox();
        using var operation = Open(sandbox, isPreview: true);
        var monitor = new MonitorService(operation);
        new StateDocument(StateSecrets.WithDigests(), [State(Group, "rg", Rg, outputs: Rg), State(Group, "gone", Rg) with { Delete = true }]).Write(sandbox.At(".llmops/other.json"));
        var call = new ResourceInvokeRequest { Tok = "pulumi:pulumi:readStackResourceOutputs", Args = Resource(Group, "x", """{ "stackName": "organization/compare/other" }""").Object };
        var answer = EngineValues.FromStruct((await monitor.Invoke(call, new TestCall())).Return.Memory);
        var (urn, resource) = Assert.Single(answer["outputs"]!.Members);
        Assert.Equal((Urn(Group, "rg"), Group, "westeurope"), (urn, resource["type"]!.Text, resource["outputs"]!["location"]!.Text));

        call.Args = Resource(Group, "x", """{ "stackName": "none" }""").Object;
        Assert.StartsWith("The stack 'none' has no simulated state", (await Assert.ThrowsAsync<RpcException>(() => monitor.Invoke(call, new TestCall()))).Status.Detail, StringComparison.Ordinal);
    }

    private static ResourceOperation Open(Sandbox sandbox, bool isPreview, ResourceState? old = null)
    {
        sandbox.Write("Pulumi.yaml", "name: compare\nruntime: nodejs\n");
        return new(sandbox.Project(), new OperationRequest { IsPreview = isPreview, Stack = "dev", Against = new(StateSecrets.WithDigests(), old is null ? [] : [old]) }, new Progress<string>());
    }

    private static async Task<OperationResult> ReadAsync(ResourceState? old, string id, IPolicyAnalyzer? judge = null)
    {
        using var sandbox = new Sandbox();
        using var operation = Open(sandbox, isPreview: false, old);
        operation.Use(judge is null ? [] : [judge]);
        await new MonitorService(operation).ReadResource(new ReadResourceRequest { Type = Group, Name = "rg", Id = id, Properties = Resource(Group, "rg", Rg).Object }, new TestCall());
        return await operation.FinishAsync(CancellationToken.None);
    }

    private sealed class Judge : IPolicyAnalyzer
    {
        public List<string> Stack { get; } = [];

        public Task<IReadOnlyList<Correction>> RemediateAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Correction>>([]);

        public Task<IReadOnlyList<ReportFinding>> AnalyzeAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportFinding>>([]);

        public Task<IReadOnlyList<ReportFinding>> AnalyzeStackAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
        {
            this.Stack.AddRange(subjects.Select(subject => subject.State.Urn));
            return Task.FromResult<IReadOnlyList<ReportFinding>>([]);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
