using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Azure.Core;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace LlmOpsSecure.Sdks.Tests;

/// <summary>A test of a program runs without an engine: mocks answer for the providers.</summary>
public sealed class MocksTests
{
    [Fact]
    public async Task A_resource_has_the_state_that_the_mock_answers()
    {
        var (resources, outputs) = await Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false }, () =>
        {
            var group = new ResourceGroup("models", new ResourceGroupArgs { Location = "westeurope" });
            return new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = group.Id, ["name"] = group.Name };
        });

        Assert.Equal("models", Assert.Single(resources).GetResourceName());
        Assert.Equal("models-id", await OutputUtilities.GetValueAsync((Output<string>)outputs["id"]!));
        Assert.Equal("answered", await OutputUtilities.GetValueAsync((Output<string>)outputs["name"]!));
    }

    [Fact]
    public async Task A_value_depends_on_the_resource_that_it_came_from()
    {
        var dependencies = new List<Resource>();
        await Deployment.TestAsync(new Mocks(), new TestOptions(), async () =>
        {
            var (one, other) = (new ResourceGroup("one", new ResourceGroupArgs()), new ResourceGroup("other", new ResourceGroupArgs()));
            dependencies.AddRange(await OutputUtilities.GetDependenciesAsync(Output.Format($"{one.Location}-{other.Id}")));
        });

        Assert.Equal(["one", "other"], dependencies.Select(resource => resource.GetResourceName()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_component_takes_one_provider_or_several_also_where_options_are_merged()
    {
        var refused = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
        {
            var (one, other) = (new Pulumi.Azure.Provider("one", new()), new Pulumi.Azure.Provider("other", new()));
            var merged = ComponentResourceOptions.Merge(new() { Provider = one }, new() { Providers = { other } });
            _ = new ComponentResource("a:b:C", "both", merged);
        }));

        Assert.Contains("Do not supply both 'provider' and 'providers' options to a ComponentResource.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_sees_what_is_known_and_not_what_is_not()
    {
        var mocks = new Mocks();
        await Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            var unknown = OutputUtilities.CreateUnknown("never seen");
            _ = new ResourceGroup("models", new ResourceGroupArgs { Location = Output.CreateSecret("westeurope"), ManagedBy = unknown, Tags = { ["owner"] = unknown } });
        });

        Assert.Equal("westeurope", Assert.Single(mocks.Seen["models"]).Value);
    }

    [Fact]
    public async Task A_function_answers_what_the_mock_answers()
    {
        var (_, outputs) = await Deployment.TestAsync(new Mocks(), new TestOptions(), () => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["tenant"] = GetClientConfig.Invoke().Apply(client => client.TenantId),
        });

        Assert.Equal("tenant", await OutputUtilities.GetValueAsync((Output<string>)outputs["tenant"]!));
    }

    [Fact]
    public async Task A_program_that_logs_an_error_fails_its_test()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new Mocks(), new TestOptions(), () => Log.Error("no quota")));
        Assert.Contains("no quota", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Mocks : IMocks
    {
        public ConcurrentDictionary<string, ImmutableDictionary<string, object>> Seen { get; } = new(StringComparer.Ordinal);

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            this.Seen[args.Name!] = args.Inputs;
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItem("name", "answered")));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(new Dictionary<string, object>(StringComparer.Ordinal) { ["tenantId"] = "tenant" });
    }
}
