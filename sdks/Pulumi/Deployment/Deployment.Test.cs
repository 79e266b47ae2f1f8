using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <content>Runs programs against mocks.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a program against mocks; all resources that it made. What the program reports as errors is thrown as <see cref="RunException"/>.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) => TestAsync(testMocks, testOptions, () =>
    {
        createResources();
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var resources = await RunTestAsync(testMocks, testOptions, deployment => deployment.Runner.RunAsync(async () =>
        {
            await Task.Yield();
            var stack = new Stack();
            await createResources().ConfigureAwait(false);
            stack.RegisterPropertyOutputs();
        })).ConfigureAwait(false);
        return [.. resources.Where(resource => resource is not Pulumi.Stack)];
    }

    /// <summary>Makes the stack, whose constructor is the program, against mocks; all resources that it made.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => RunTestAsync(mocks, options, deployment => deployment.RunStackAsync(Make<TStack>));

    /// <summary>Makes the stack, whose constructor is the program, with services from the provider; all resources that it made.</summary>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => RunTestAsync(mocks, options, deployment => deployment.RunStackAsync(() => FromServices<TStack>(serviceProvider)));

    /// <summary>Runs a program against mocks; all resources that it made, and what it returned.</summary>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{IDictionary{string, object?}})"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await TestAsync(testMocks, testOptions, async () => { outputs = await createResources().ConfigureAwait(false); }).ConfigureAwait(false);
        return (resources, outputs);
    }

    private static async Task<ImmutableArray<Resource>> RunTestAsync(IMocks mocks, TestOptions? options, Func<Deployment, Task<int>> run)
    {
        var settings = new RunSettings
        {
            Project = options?.ProjectName ?? "project",
            Stack = options?.StackName ?? "stack",
            Organization = options?.OrganizationName ?? "organization",
            DryRun = options?.IsPreview ?? true,
            RootDirectory = options?.RootDirectory ?? "",
            Config = RunSettings.ReadConfig(Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { Length: > 0 } json ? json : null),
        };
        var engine = new MockEngine(mocks, settings.Stack, settings.Project);
        var deployment = new Deployment(settings, engine, engine);
        await InContext(deployment, () => run(deployment)).ConfigureAwait(false);
        var errors = engine.Errors.Select(message => new RunException(message)).ToList();
        return errors.Count switch
        {
            0 => engine.Resources,
            1 => throw errors[0],
            _ => throw new AggregateException(errors),
        };
    }
}
