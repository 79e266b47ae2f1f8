using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What a program says to the engine about resources.</summary>
internal sealed class MonitorService(ResourceOperation operation) : ResourceMonitor.ResourceMonitorBase
{
    private static readonly HashSet<string> Features = new(StringComparer.Ordinal) { "secrets", "resourceReferences", "outputValues", "aliasSpecs", "replacementTrigger", "deletedWith", "replaceWith", "parameterization" };

    private int packages;

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) => Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) => Guarded(() =>
    {
        if (request.Transforms.Count > 0)
        {
            throw new RegistrationException("Resource transforms are not supported by the embedded engine; run the program under the Pulumi CLI, or use resource transformations.");
        }

        if (request.Remote)
        {
            throw new RegistrationException($"The remote component '{request.Type}' is made by a provider, which the embedded engine does not run.");
        }

        if (request.Type.Length == 0 || request.Name.Length == 0)
        {
            throw new RegistrationException("A resource must have a type and a name.");
        }

        var state = operation.Register(new Registration(request.Type, request.Name, request.Parent, request.Custom, WireProperties.FromStruct(request.Object.Memory))
        {
            Provider = request.Provider,
            Version = request.Version,
            Dependencies = [.. request.Dependencies],
            PropertyDependencies = request.PropertyDependencies.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)[.. entry.Value.Urns]),
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            Options = new ResourceOptions
            {
                Protect = request.HasProtect && request.Protect,
                IgnoreChanges = [.. request.IgnoreChanges],
                AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
                DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
            },
        });
        return new RegisterResourceResponse { Urn = state.Urn, Id = state.Id ?? "", Object = Struct(Answer(state.Outputs, request.AdditionalSecretOutputs)) };
    });

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) => Guarded(() =>
    {
        operation.SetOutputs(request.Urn, WireProperties.FromStruct(request.Outputs.Memory));
        return new Empty();
    });

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) => Guarded(() =>
    {
        var state = operation.Read(
            new Registration(request.Type, request.Name, request.Parent, true, WireProperties.FromStruct(request.Properties.Memory)) { Provider = request.Provider, Version = request.Version, Dependencies = [.. request.Dependencies] }, request.Id);
        return new ReadResourceResponse { Urn = state.Urn, Properties = Struct(Answer(state.Outputs, request.AdditionalSecretOutputs)) };
    });

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) => Guarded(() =>
    {
        var arguments = WireProperties.FromStruct(request.Args.Memory);
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            var state = operation.Find(arguments["urn"]?.Text ?? "") ?? throw new RegistrationException($"There is no resource '{arguments["urn"]?.Text}'.");
            return new ResourceInvokeResponse { Return = Struct(PropertyValue.MapOf([KeyValuePair.Create("urn", PropertyValue.Of(state.Urn)), KeyValuePair.Create("id", PropertyValue.Of(state.Id ?? "")), KeyValuePair.Create("state", state.Outputs)])) };
        }

        var answer = SimulatedProvider.Invoke(request.Tok, arguments) ?? throw new RegistrationException($"The function '{request.Tok}' is not known to the embedded engine, which calls no provider.");
        return new ResourceInvokeResponse { Return = Struct(answer) };
    });

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context) =>
        Guarded<CallResponse>(() => throw new RegistrationException($"The method '{request.Tok}' is not known to the embedded engine, which calls no provider."));

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context) => Task.FromResult(new RegisterPackageResponse { Ref = $"package-{Interlocked.Increment(ref this.packages)}" });

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext context) =>
        Guarded<Empty>(() => throw new RegistrationException("Stack transforms are not supported by the embedded engine; run the program under the Pulumi CLI, or use resource transformations."));

    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext context) => Task.FromResult(new DeploymentInfo { Project = operation.Project.Name, Stack = operation.Stack, Organization = "organization", DryRun = operation.IsPreview, Parallel = 16 });

    private static ByteString Struct(PropertyValue map) => ByteString.CopyFrom(WireProperties.ToStruct(map));

    // What is not known is left out: the SDK then takes it for unknown in a preview. Outputs that the program calls secret are.
    private static PropertyValue Answer(PropertyValue outputs, IEnumerable<string> secrets)
    {
        var names = secrets.ToHashSet(StringComparer.Ordinal);
        return PropertyValue.MapOf(outputs.Members.Select(member => names.Contains(member.Key) && member.Value.Kind != PropertyKind.Unknown ? KeyValuePair.Create(member.Key, PropertyValue.SecretOf(member.Value)) : member));
    }

    private static Task<T> Guarded<T>(Func<T> body)
    {
        try
        {
            return Task.FromResult(body());
        }
        catch (RegistrationException error)
        {
            throw new RpcException(new Status(StatusCode.Unknown, error.Message));
        }
        catch (InvalidDataException error)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, error.Message));
        }
    }
}
