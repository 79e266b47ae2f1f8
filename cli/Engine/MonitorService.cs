using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What a program says to the engine about resources. What it cannot have is refused in words; what is malformed never ends the engine.</summary>
internal sealed class MonitorService(ResourceOperation operation) : ResourceMonitor.ResourceMonitorBase
{
    // What the Pulumi engine says yes to. Transforms and hooks are then refused where they are used, with a message that says so; an SDK that is told no blames the version of the CLI.
    private static readonly HashSet<string> Features = new(StringComparer.Ordinal)
    {
        "secrets", "resourceReferences", "outputValues", "aliasSpecs", "replacementTrigger", "deletedWith", "replaceWith", "transforms", "invokeTransforms", "parameterization", "resourceHooks", "errorHooks", "sendsOptionsToHooks",
    };

    private const int KnownFeatures = 16;

    private int packages;

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) => Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) => this.GuardedAsync(async () =>
    {
        Refuse(request);
        var answer = await operation.RegisterAsync(Read(request, operation.Project.Folder), context.CancellationToken);
        var outputs = request.SupportsPartialValues ? answer.Outputs : PropertyValue.MapOf(answer.Outputs.Members.Where(member => !EngineValues.HasUnknown(member.Value)));
        return new RegisterResourceResponse { Urn = answer.Urn, Id = answer.Id, Object = Struct(outputs), Unknown = answer.IsStopped };
    });

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) => this.GuardedAsync(() =>
    {
        operation.SetOutputs(request.Urn, EngineValues.FromStruct(request.Outputs.Memory));
        return Task.FromResult(new Empty());
    });

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) => this.GuardedAsync(async () =>
    {
        var state = await operation.ReadAsync(
            new Registration(Token(request.Type), Named(request.Name), request.Parent, true, EngineValues.FromStruct(request.Properties.Memory))
            {
                Provider = request.Provider,
                Version = request.Version,
                PluginDownloadUrl = Url(request.PluginDownloadUrl),
                Dependencies = [.. request.Dependencies],
                Options = ResourceOptions.None with { AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs] },
                SourcePosition = SourcePositions.Of(request.SourcePosition, operation.Project.Folder),
                StackTrace = SourcePositions.Of(request.StackTrace, operation.Project.Folder),
            },
            request.Id,
            context.CancellationToken);
        return new ReadResourceResponse { Urn = state.Urn, Properties = Struct(state.Outputs) };
    });

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) => this.GuardedAsync(async () =>
    {
        var arguments = EngineValues.FromStruct(request.Args.Memory);
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            var state = operation.Find(arguments["urn"]?.Text ?? "") ?? throw new RegistrationException($"unknown resource {arguments["urn"]?.Text}");
            return new ResourceInvokeResponse { Return = Struct(PropertyValue.MapOf([KeyValuePair.Create("urn", PropertyValue.Of(state.Urn)), KeyValuePair.Create("id", PropertyValue.Of(state.Id ?? "")), KeyValuePair.Create("provider", PropertyValue.Of(state.Provider ?? "")), KeyValuePair.Create("state", state.Outputs)])) };
        }

        await operation.NeedProviderAsync(new Registration(Named(request.Tok), "", request.Parent, true, arguments) { Provider = request.Provider, Version = request.Version, PluginDownloadUrl = Url(request.PluginDownloadUrl) }, context.CancellationToken);
        if (operation.MustWait(request.DependsOn))
        {
            return new ResourceInvokeResponse { Unknown = true };
        }

        var answer = request.Tok switch
        {
            "pulumi:pulumi:readStackOutputs" => StackReferences.Read(operation.Project, arguments, arguments["name"]?.Text ?? ""),
            "pulumi:pulumi:readStackResourceOutputs" => StackReferences.ReadResources(operation.Project, arguments["stackName"]?.Text ?? ""),
            _ => SimulatedProvider.Invoke(request.Tok, arguments) ?? throw new RegistrationException($"The function '{request.Tok}' is not known to the embedded engine, which calls no provider."),
        };
        return new ResourceInvokeResponse { Return = Struct(answer) };
    });

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context) =>
        this.GuardedAsync<CallResponse>(() => throw new RegistrationException($"The method '{request.Tok}' is not known to the embedded engine, which calls no provider."));

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context) => Task.FromResult(new RegisterPackageResponse { Ref = $"package-{Interlocked.Increment(ref this.packages)}" });

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext context) => this.GuardedAsync<Empty>(() => throw NotHere("Stack transforms"));

    public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext context) => this.GuardedAsync<Empty>(() => throw NotHere("Invoke transforms"));

    public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext context) => this.GuardedAsync<Empty>(() => throw NotHere("Resource hooks"));

    public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext context) => this.GuardedAsync<Empty>(() => throw NotHere("Error hooks"));

    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext context)
    {
        var info = new DeploymentInfo { Project = operation.Project.Name, Stack = operation.Stack, Organization = ProgramHost.Organization, DryRun = operation.IsPreview, Parallel = operation.Parallel };
        info.Config.Add(operation.Project.Config.ToDictionary());
        info.ConfigSecretKeys.AddRange(operation.Project.SecretKeys.Order(StringComparer.Ordinal));
        info.SupportedFeatures.AddRange(Enumerable.Range(0, KnownFeatures)); // secrets (0) to invokes with a parent (15)
        return Task.FromResult(info);
    }

    private static void Refuse(RegisterResourceRequest request)
    {
        if (request.Transforms.Count > 0)
        {
            throw NotHere("Resource transforms");
        }

        if (request.Remote)
        {
            throw new RegistrationException($"The remote component '{request.Type}' is made by a provider, which the embedded engine does not run.");
        }
    }

    private static RegistrationException NotHere(string what) => new($"{what} are not supported by the embedded engine; run the program under the Pulumi CLI, or use resource transformations.");

    private static string Named(string text) => text.Length > 0 ? text : throw new RegistrationException("A resource must have a type and a name, and a function a token.");

    // A provider is found by the package, which is the first of three parts.
    private static string Token(string text) => Named(text).Count(':') >= 2 ? text : throw new RegistrationException($"Type '{text}' is not a valid type token (must have format '*:*:*')");

    private static string Url(string text) => text.TrimEnd('/');

    private static Registration Read(RegisterResourceRequest request, string root) => new(request.Custom ? Token(request.Type) : Named(request.Type), Named(request.Name), request.Parent, request.Custom, EngineValues.FromStruct(request.Object.Memory))
    {
        Provider = request.Provider,
        Providers = request.Providers.ToDictionary(),
        Version = request.Version,
        PluginDownloadUrl = Url(request.PluginDownloadUrl),
        Protect = request.HasProtect ? request.Protect : null,
        Dependencies = [.. request.Dependencies],
        PropertyDependencies = request.PropertyDependencies.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)[.. entry.Value.Urns]),
        ReplaceOnChanges = [.. request.ReplaceOnChanges],
        HideDiffs = [.. request.HideDiffs],
        ReplaceWith = [.. request.ReplaceWith],
        Aliases = [.. request.Aliases, .. request.AliasUrns.Select(urn => new Alias { Urn = urn })],
        ImportId = request.ImportId,
        RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
        ReplacementTrigger = request.HasReplacementTrigger && EngineValues.FromValue(request.ReplacementTrigger.Memory) is { Kind: not PropertyKind.Null } trigger ? trigger : null,
        DeletedWith = request.DeletedWith,
        Timeouts = request.CustomTimeouts is { } timeouts ? ResourceTimeouts.Parse(timeouts.Create, timeouts.Update, timeouts.Delete, timeouts.Read) : ResourceTimeouts.None,
        SourcePosition = SourcePositions.Of(request.SourcePosition, root),
        StackTrace = SourcePositions.Of(request.StackTrace, root),
        Options = new ResourceOptions
        {
            IgnoreChanges = [.. request.IgnoreChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
        },
    };

    private static ByteString Struct(PropertyValue map) => ByteString.CopyFrom(WireProperties.ToStruct(map));

    private async Task<T> GuardedAsync<T>(Func<Task<T>> body)
    {
        try
        {
            return await body();
        }
        catch (RegistrationException error)
        {
            // SDKs end without a word of their own where the monitor is gone.
            throw new RpcException(new Status(error.IsShutdown ? StatusCode.Unavailable : StatusCode.Unknown, error.Message));
        }
        catch (InvalidDataException error)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, error.Message));
        }
        catch (InputException error)
        {
            throw new RpcException(new Status(StatusCode.Unknown, error.Message));
        }
        catch (Exception error) when (error is not (OperationCanceledException or RpcException))
        {
            operation.Break(error); // a defect of the engine is not the program's
            throw new RpcException(new Status(StatusCode.Unavailable, "The run is over."));
        }
    }
}
