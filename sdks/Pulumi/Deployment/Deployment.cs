using System.Collections.Concurrent;
using System.Collections.Immutable;
using LlmOpsSecure.Protocol;

namespace Pulumi;

/// <summary>Runs programs. Inside of a run, <see cref="Instance"/> tells about it.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> AsyncCurrent = new();

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> features = new(StringComparer.Ordinal);
    private readonly Lock logGate = new();
    private readonly List<Task> logTasks = [];

    private Deployment(RunSettings settings, IMonitor monitor, IEngine engine)
    {
        this.Settings = settings;
        this.Monitor = monitor;
        this.EngineLog = engine;
        this.Runner = new Runner(this);
    }

    /// <summary>The run that this code is part of; outside of one it throws <see cref="InvalidOperationException"/>.</summary>
    public static DeploymentInstance Instance => new(InternalInstance);

    internal static Deployment? Current => AsyncCurrent.Value;

    internal static Deployment InternalInstance => AsyncCurrent.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal RunSettings Settings { get; }

    internal IMonitor Monitor { get; }

    internal IEngine EngineLog { get; }

    internal Runner Runner { get; }

    internal bool LoggedErrors { get; private set; }

    internal bool IsDryRun => this.Settings.DryRun;

    internal string ProjectName => this.Settings.Project;

    internal string StackName => this.Settings.Stack;

    internal Stack? Stack { get; set; }

    /// <summary>Runs a program that has no outputs; the exit code.</summary>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return Task.FromResult<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);
    });

    /// <summary>Runs a program and registers what it returns as the stack's outputs; the exit code.</summary>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs a program that has no outputs; the exit code.</summary>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func().ConfigureAwait(false);
        return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
    });

    /// <summary>Runs a program and registers what it returns as the stack's outputs; the exit code.</summary>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RunHereAsync(deployment => deployment.RunProgramAsync(func, options));

    /// <summary>Makes the stack, whose constructor is the program; the exit code.</summary>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunHereAsync(deployment => deployment.RunStackAsync(Make<TStack>));

    /// <summary>Makes the stack, whose constructor is the program, with services from the provider; the exit code.</summary>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunHereAsync(deployment => deployment.RunStackAsync(() => FromServices<TStack>(serviceProvider)));

    /// <summary>Fails the run if the version of the engine is not in the range.</summary>
    /// <param name="pulumiVersionRange">The versions, such as <c>&gt;=3.0.0</c>.</param>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        var deployment = InternalInstance;
        var task = deployment.EngineLog.RequirePulumiVersionAsync(new RequirePulumiVersionRequest { PulumiVersionRange = pulumiVersionRange });
        deployment.Runner.Register(task);
        return task;
    }

    // new() would wrap what the constructor throws.
    internal static TStack Make<TStack>()
        where TStack : Stack, new() => (TStack)Activator.CreateInstance(typeof(TStack), System.Reflection.BindingFlags.DoNotWrapExceptions | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance, null, null, null)!;

    internal static TStack FromServices<TStack>(IServiceProvider services)
        where TStack : Stack => services.GetService(typeof(TStack)) as TStack ?? throw new InvalidOperationException($"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type with the service provider before this is called.");

    internal static async Task<T> InContext<T>(Deployment deployment, Func<Task<T>> body)
    {
        if (AsyncCurrent.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Run can only be called a single time.");
        }

        AsyncCurrent.Value = deployment;
        return await body().ConfigureAwait(false);
    }

    /// <summary>Whether the engine has the feature; asked once.</summary>
    internal Task<bool> Supports(string feature) => this.features.GetOrAdd(feature, id => new(() => this.Monitor.SupportsFeatureAsync(id))).Value;

    /// <summary>Sends a message to the engine; the run ends only after it has arrived.</summary>
    internal void Log(LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        this.LoggedErrors |= severity == LogSeverity.Error;
        var task = Send();
        lock (this.logGate)
        {
            this.logTasks.Add(task);
        }

        async Task Send()
        {
            await Task.Yield();
            try
            {
                var urn = resource?.Urn is { } known ? (await known.Data.ConfigureAwait(false)).Value : "";
                await this.EngineLog.LogAsync(new LogRequest { Severity = severity, Message = message, Urn = urn ?? "", StreamId = streamId ?? 0, Ephemeral = ephemeral ?? false }).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not LogException)
            {
                throw new LogException(error);
            }
        }
    }

    /// <summary>Waits for the messages under way; false if one could not be sent.</summary>
    internal async Task<bool> FlushLogAsync()
    {
        while (true)
        {
            Task[] tasks;
            lock (this.logGate)
            {
                tasks = [.. this.logTasks];
                this.logTasks.Clear();
            }

            if (tasks.Length == 0)
            {
                return true;
            }

            try
            {
                await Task.WhenAll(tasks).ConfigureAwait(false);
            }
            catch (LogException error)
            {
                await Console.Error.WriteLineAsync($"Error occurred trying to send logging message to engine:\n{error.InnerException?.Message}").ConfigureAwait(false);
                return false;
            }
        }
    }

    private static async Task<int> RunHereAsync(Func<Deployment, Task<int>> run)
    {
        var (settings, monitor, engine) = RunSettings.FromEnvironment();
        var grpc = new GrpcEngine(monitor, engine);
        var deployment = new Deployment(settings, grpc, grpc);
        var exitCode = await InContext(deployment, () => run(deployment)).ConfigureAwait(false);
        if (exitCode == 0)
        {
            await grpc.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        }

        Environment.ExitCode = exitCode;
        return exitCode;
    }

    private Task<int> RunProgramAsync(Func<Task<IDictionary<string, object?>>> program, StackOptions? options) => this.Runner.RunAsync(async () =>
    {
        await Task.Yield();
        var stack = new Stack(options);
        stack.RegisterOutputs(Output.Create(OutputsAsync()), asStack: true);

        async Task<IDictionary<string, object?>> OutputsAsync()
        {
            var source = await program().ConfigureAwait(false);
            ArgumentNullException.ThrowIfNull(source);
            return source;
        }
    });

    private Task<int> RunStackAsync(Func<Stack> make) => this.Runner.RunAsync(async () =>
    {
        await Task.Yield();
        make().RegisterPropertyOutputs();
    });
}
