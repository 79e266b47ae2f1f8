using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>A pack in a process of its own, hosted over the Analyzer protocol as the Pulumi engine hosts it.</summary>
internal sealed class PackProcess : IPolicyAnalyzer
{
    private const int MaxMessageBytes = 400 * 1024 * 1024;
    private const int TailLines = 8;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(10);

    private readonly string path;
    private readonly TimeSpan callLimit;
    private readonly bool isPreview;
    private readonly ChildProcess child;
    private GrpcChannel? channel;
    private Analyzer.AnalyzerClient? client;
    private AnalyzerInfo info = new();

    private PackProcess(string path, OperationRequest request, ChildProcess child)
    {
        this.path = path;
        this.callLimit = request.Timeout / 2; // before the program, which waits for the answer, is ended
        this.isPreview = request.IsPreview;
        this.child = child;
    }

    /// <summary>Starts a pack and configures it. What cannot be used throws <see cref="PackException"/> or <see cref="Readers.InputException"/>.</summary>
    /// <param name="choice">The pack.</param>
    /// <param name="project">The project that it will judge.</param>
    /// <param name="request">The run.</param>
    /// <param name="workingFolder">The folder of the program.</param>
    /// <param name="engine">The engine's address.</param>
    /// <param name="say">Shows what the pack prints: severity and line.</param>
    /// <param name="cancellation">Interrupts it.</param>
    public static async Task<PackProcess> StartAsync(PackChoice choice, ProjectFile project, OperationRequest request, string workingFolder, string engine, Action<string, string> say, CancellationToken cancellation)
    {
        var location = await PackLocation.FindAsync(choice.Path, workingFolder, cancellation);
        location.Command.ArgumentList.Add(engine);
        foreach (var argument in location.After)
        {
            location.Command.ArgumentList.Add(argument);
        }

        ChildProcess started;
        try
        {
            started = ChildProcess.Start(location.Command, TailLines, tellsPort: true);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            throw new PackException(choice.Path, $"it cannot be started: {error.Message}");
        }

        var pack = new PackProcess(choice.Path, request, started);
        try
        {
            var limit = request.Timeout < StartLimit ? request.Timeout : StartLimit;
            var port = await pack.ReadPortAsync(limit, say, cancellation);
            await pack.ConfigureAsync(port, choice, location, project, request, engine, cancellation);
            return pack;
        }
        catch
        {
            await pack.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<Correction>> RemediateAsync(Subject subject, CancellationToken cancellation)
    {
        var response = await this.CallAsync($"Remediate of {subject.State.Urn}", options => this.client!.RemediateAsync(AnalyzerMessages.Resource(subject, withInternals: true), options), this.callLimit, cancellation);
        try
        {
            return [.. response.Remediations.Select(one => new Correction(one.PolicyName, one.Diagnostic.Length == 0 && one.HasProperties ? EngineValues.FromStruct(one.Properties.Memory) : null, one.Diagnostic.Length > 0 ? one.Diagnostic : null))];
        }
        catch (InvalidDataException error)
        {
            throw new PackException(this.path, $"its answer to Remediate of {subject.State.Urn} is broken: {error.Message}");
        }
    }

    public async Task<IReadOnlyList<ReportFinding>> AnalyzeAsync(Subject subject, CancellationToken cancellation)
    {
        var response = await this.CallAsync($"Analyze of {subject.State.Urn}", options => this.client!.AnalyzeAsync(AnalyzerMessages.Resource(subject, withInternals: false), options), this.callLimit, cancellation);
        return [.. response.Diagnostics.Select(diagnostic => this.Finding(diagnostic, subject.State.Urn, subject.State.Type))];
    }

    public async Task<IReadOnlyList<ReportFinding>> AnalyzeStackAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var request = new AnalyzeStackRequest();
        request.Resources.AddRange(subjects.Select(AnalyzerMessages.OfStack));
        var response = await this.CallAsync("AnalyzeStack", options => this.client!.AnalyzeStackAsync(request, options), this.callLimit, cancellation);
        var types = subjects.ToDictionary(subject => subject.State.Urn, subject => subject.State.Type, StringComparer.Ordinal);
        var root = subjects.FirstOrDefault(subject => subject.State.Type == ResourceOperation.StackType).State?.Urn ?? "";

        // What names no resource of the stack is said of the stack.
        return [.. response.Diagnostics.Select(diagnostic => types.TryGetValue(diagnostic.Urn, out var type) ? this.Finding(diagnostic, diagnostic.Urn, type) : this.Finding(diagnostic, root, root.Length > 0 ? ResourceOperation.StackType : ""))];
    }

    public async ValueTask DisposeAsync()
    {
        if (this.client is not null && !this.child.HasExited)
        {
            try
            {
                await this.client.CancelAsync(new Empty(), deadline: DateTime.UtcNow.AddSeconds(2));
            }
            catch (RpcException)
            {
                // Many packs do not implement it, and what follows does not ask.
            }
        }

        this.channel?.Dispose();
        this.child.Dispose();
    }

    private async Task<int> ReadPortAsync(TimeSpan limit, Action<string, string> say, CancellationToken cancellation)
    {
        var first = await this.child.FirstLineAsync(limit, cancellation);
        if (first is null)
        {
            throw new PackException(this.path, this.child.HasExited
                ? $"it ended with exit code {this.child.ExitCode} before it told its port{this.child.Tail}"
                : $"it did not tell its port within {limit.TotalSeconds:0} seconds{this.child.Tail}");
        }

        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            throw new PackException(this.path, $"the first line that it prints must be its port, but is '{ChildProcess.Shorten(first)}'{this.child.Tail}");
        }

        this.child.Follow(line => say("info", line), line => say("info", line));
        return port;
    }

    private async Task ConfigureAsync(int port, PackChoice choice, PackLocation location, ProjectFile project, OperationRequest request, string engine, CancellationToken cancellation)
    {
        this.channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}", new GrpcChannelOptions { MaxReceiveMessageSize = MaxMessageBytes, MaxSendMessageSize = MaxMessageBytes });
        this.client = new Analyzer.AnalyzerClient(this.channel);
        await this.CallAsync("Handshake", options => this.client.HandshakeAsync(new() { EngineAddress = engine, RootDirectory = location.Root, ProgramDirectory = location.Root }, options), HandshakeLimit, cancellation, mayBeMissing: true);
        var stack = new AnalyzerStackConfigureRequest { Stack = request.Stack, Project = project.Name, Organization = ProgramHost.Organization, DryRun = request.IsPreview };
        stack.ConfigSecretKeys.AddRange(project.SecretKeys.Order(StringComparer.Ordinal));
        stack.Config.Add(project.Config.ToDictionary());
        await this.CallAsync("ConfigureStack", options => this.client.ConfigureStackAsync(stack, options), this.callLimit, cancellation, mayBeMissing: true);
        await this.CallAsync("GetPluginInfo", options => this.client.GetPluginInfoAsync(new Empty(), options), this.callLimit, cancellation, mayBeMissing: true);
        this.info = (await this.CallAsync("GetAnalyzerInfo", options => this.client.GetAnalyzerInfoAsync(new Empty(), options), this.callLimit, cancellation))!;
        this.info.Version = location.Version ?? this.info.Version;
        if (this.info.Name.Length == 0 || this.info.Policies.Any(policy => policy.Name.Length == 0))
        {
            throw new PackException(this.path, "the pack and each of its policies must have a name");
        }

        if (this.info.SupportsConfig)
        {
            ConfigureAnalyzerRequest configuration;
            try
            {
                configuration = PackConfiguration.Of(choice.Path, this.info, choice.Configuration);
            }
            catch (InvalidDataException error)
            {
                throw new PackException(this.path, $"its answer to GetAnalyzerInfo is broken: {error.Message}");
            }

            await this.CallAsync("Configure", options => this.client.ConfigureAsync(configuration, options), this.callLimit, cancellation);
        }
        else if (choice.Configuration is { } file)
        {
            throw new Readers.InputException(file, $"the policy pack '{this.info.Name}' takes no configuration");
        }
    }

    private async Task<T> CallAsync<T>(string what, Func<CallOptions, AsyncUnaryCall<T>> call, TimeSpan limit, CancellationToken cancellation, bool mayBeMissing = false)
        where T : new()
    {
        try
        {
            using var running = call(new CallOptions(deadline: DateTime.UtcNow + limit, cancellationToken: cancellation));
            return await running;
        }
        catch (RpcException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unimplemented && mayBeMissing)
        {
            return new T();
        }
        catch (RpcException error)
        {
            await this.child.WaitABitAsync(); // a pack that died needs a moment to be seen dead
            throw new PackException(this.path, this.child.HasExited ? $"it ended with exit code {this.child.ExitCode} during {what}{this.child.Tail}"
                : error.StatusCode == StatusCode.DeadlineExceeded ? $"it did not answer {what} within {limit.TotalSeconds:0} seconds"
                : $"it failed at {what}: {ChildProcess.Shorten(error.Status.Detail)}");
        }
    }

    private ReportFinding Finding(AnalyzeDiagnostic diagnostic, string urn, string type)
    {
        var policy = this.info.Policies.FirstOrDefault(one => one.Name == diagnostic.PolicyName);
        var severity = diagnostic.Severity != PolicySeverity.Unspecified ? diagnostic.Severity : policy?.Severity ?? PolicySeverity.Unspecified;
        var mandatory = diagnostic.EnforcementLevel != EnforcementLevel.Advisory;
        return new ReportFinding
        {
            Policy = diagnostic.PolicyName,
            Severity = severity switch { PolicySeverity.Low => Severity.Low, PolicySeverity.High => Severity.High, PolicySeverity.Critical => Severity.Critical, _ => Severity.Medium },
            Mandatory = mandatory,
            Result = this.isPreview && !mandatory && diagnostic.Message.StartsWith($"can't run policy '{diagnostic.PolicyName}'", StringComparison.Ordinal) ? "undetermined" : "violation",
            Urn = urn,
            Type = type,
            Message = diagnostic.Message.TrimEnd('\n'),
        };
    }
}
