using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf;
using LlmOpsSecure.Protocol;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>The engine of a test: hands everything to the mocks.</summary>
internal sealed class MockEngine(IMocks mocks, string stack, string project) : IMonitor, IEngine
{
    private readonly ConcurrentQueue<Resource> resources = new();
    private readonly ConcurrentDictionary<string, OutputData<object?>> registered = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Errors { get; } = new();

    public ImmutableArray<Resource> Resources => [.. this.resources];

    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        this.resources.Enqueue(resource);
        var urn = this.UrnOf(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.RootType)
        {
            return new RegisterResourceResponse { Urn = urn, Object = WireTree.Struct([]) };
        }

        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs { Type = request.Type, Name = request.Name, Inputs = Known(request.Object), Provider = request.Provider, Id = request.ImportId }).ConfigureAwait(false);
        var tree = await TreeAsync(state).ConfigureAwait(false);
        this.registered[urn] = OutputData.Of<object?>(ImmutableDictionary<string, object?>.Empty.Add("urn", urn).Add("id", id ?? request.ImportId).Add("state", state));
        return new RegisterResourceResponse { Urn = urn, Id = id ?? request.ImportId, Object = tree };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        this.resources.Enqueue(resource);
        var (_, state) = await mocks.NewResourceAsync(new MockResourceArgs { Type = request.Type, Name = request.Name, Id = request.Id, Inputs = Known(request.Properties), Provider = request.Provider }).ConfigureAwait(false);
        return new ReadResourceResponse { Urn = this.UrnOf(request.Parent, request.Type, request.Name), Properties = await TreeAsync(state).ConfigureAwait(false) };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
        request.Urn, Deserializer.Struct(request.Outputs.Memory).ToImmutableDictionary(output => output.Key, output => new Output<object?>(Task.FromResult(output.Value)))));

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        var arguments = Known(request.Args);
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            var urn = (string)arguments["urn"];
            return this.registered.TryGetValue(urn, out var found)
                ? new ResourceInvokeResponse { Return = await TreeAsync(found.Value).ConfigureAwait(false) }
                : throw new InvalidOperationException($"Unknown resource {urn}");
        }

        return new ResourceInvokeResponse { Return = await TreeAsync(await mocks.CallAsync(new MockCallArgs { Token = request.Tok, Args = arguments, Provider = request.Provider }).ConfigureAwait(false)).ConfigureAwait(false) };
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) => new()
    {
        Return = await TreeAsync(await mocks.CallAsync(new MockCallArgs { Token = request.Tok, Args = Known(request.Args), Provider = request.Provider }).ConfigureAwait(false)).ConfigureAwait(false),
    };

    public Task<string> RegisterPackageAsync(LlmOpsSecure.Protocol.RegisterPackageRequest request) => Task.FromResult($"mock-{request.Name}");

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    public Task LogAsync(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
        {
            this.Errors.Enqueue(request.Message);
        }

        return Task.CompletedTask;
    }

    public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request) => Task.CompletedTask;

    private static ImmutableDictionary<string, object> Known(ByteString message) =>
        Deserializer.Struct(message.Memory).Where(member => member.Value is { IsKnown: true, Value: not null }).ToImmutableDictionary(member => member.Key, member => member.Value.Value!);

    private static async Task<ByteString> TreeAsync(object? state)
    {
        var dictionary = state switch
        {
            null => ImmutableDictionary<string, object?>.Empty,
            IDictionary map => map.Keys.Cast<string>().ToImmutableDictionary(key => key, key => map[key]),
            IEnumerable<KeyValuePair<string, object>> members => members.ToImmutableDictionary(member => member.Key, member => (object?)member.Value),
            _ => throw new InvalidOperationException($"The answer of a mock must be a dictionary, but is {state.GetType().FullName}."),
        };
        return WireTree.Struct(await new Serializer().SerializeAsync("mock", dictionary).ConfigureAwait(false) as Dictionary<string, object?> ?? []);
    }

    // Unlike the real engine, a mock keeps the stack's type in the chain and only the first type of a longer one.
    private string UrnOf(string parent, string type, string name)
    {
        var chain = parent.Length > 0 ? $"{parent.Split("::")[2].Split('$')[0]}${type}" : type;
        return $"urn:pulumi:{stack}::{project}::{chain}::{name}";
    }
}
