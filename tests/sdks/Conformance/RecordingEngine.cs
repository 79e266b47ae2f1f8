using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using LlmOpsSecure.Sdks.Tests.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LlmOpsSecure.Sdks.Tests.Conformance;

/// <summary>An engine for one run of one program: answers by rules, keeps every call, deploys nothing.</summary>
internal sealed class RecordingEngine(EngineRules rules, bool preview) : IAsyncDisposable
{
    private readonly Lock guard = new();
    private readonly List<Call> calls = [];
    private WebApplication? host;

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (this.guard)
            {
                return [.. this.calls];
            }
        }
    }

    /// <returns>Where the program finds the engine: host and port.</returns>
    public async Task<string> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(options => (options.MaxReceiveMessageSize, options.MaxSendMessageSize) = (null, null));
        builder.Services.AddSingleton(this).AddSingleton<IServiceMethodProvider<RecordingEngine>, Methods>();
        this.host = builder.Build();
        this.host.MapGrpcService<RecordingEngine>();
        await this.host.StartAsync();
        return new Uri(this.host.Urls.Single()).Authority;
    }

    public async ValueTask DisposeAsync()
    {
        if (this.host is not null)
        {
            await this.host.DisposeAsync();
        }
    }

    private byte[] Answer(string method, byte[] request) => method switch
    {
        "SupportsFeature" => this.Answer(method, request, SupportsFeatureRequest.Parser, ask => new SupportsFeatureResponse { HasSupport = rules.Features.GetValueOrDefault(ask.Id, true) }),
        "RegisterResource" => this.Answer(method, request, RegisterResourceRequest.Parser, this.Register),
        "ReadResource" => this.Answer(method, request, ReadResourceRequest.Parser, this.Read),
        "Invoke" => this.Answer(method, request, ResourceInvokeRequest.Parser, this.Invoke),
        "RegisterResourceOutputs" => this.Answer(method, request, RegisterResourceOutputsRequest.Parser, _ => new Nothing()),
        "Log" => this.Answer(method, request, LogRequest.Parser, _ => new Nothing()),
        "RequirePulumiVersion" => this.Answer(method, request, RequirePulumiVersionRequest.Parser, _ => new Nothing()),
        _ => this.Answer(method, request, Nothing.Parser, _ => new Nothing()),
    };

    private byte[] Answer<T>(string method, byte[] bytes, MessageParser<T> parser, Func<T, IMessage> answer)
        where T : IMessage<T>
    {
        var request = Parse(parser, bytes);
        var unknown = bytes.Length == 0 ? 0 : request.CalculateSize() - Parse(parser.WithDiscardUnknownFields(true), bytes).CalculateSize();
        IMessage? response = null;
        string? error = null;
        try
        {
            response = answer(request);
            return response.ToByteArray();
        }
        catch (RpcException exception)
        {
            error = exception.Status.Detail;
            throw;
        }
        finally
        {
            lock (this.guard)
            {
                this.calls.Add(new Call(method, request, response, error, unknown));
            }
        }
    }

    // Deep values need more than the parser's usual 100 levels.
    private static T Parse<T>(MessageParser<T> parser, byte[] bytes)
        where T : IMessage<T> => parser.ParseFrom(CodedInputStream.CreateWithLimits(new MemoryStream(bytes), int.MaxValue, 10_000));

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        var rule = request.Type == "pulumi:pulumi:Stack" ? new ResourceRule() : Rule(rules.Resources, request.Type, request.Name);
        this.Fail(rule);
        var response = new RegisterResourceResponse
        {
            Urn = this.Urn(request.Parent, request.Type, request.Name),
            Id = request.Custom ? Named(preview ? rule.PreviewId : rule.Id, request.Name) : "",
            Object = this.Outputs(rule, request.Name, request.Object),
        };
        if (!preview)
        {
            response.Result = System.Enum.Parse<Result>(rule.Result, ignoreCase: true);
        }

        return response;
    }

    private ReadResourceResponse Read(ReadResourceRequest request)
    {
        var rule = Rule(rules.Reads, request.Type, request.Name);
        this.Fail(rule);
        return new ReadResourceResponse { Urn = this.Urn(request.Parent, request.Type, request.Name), Properties = this.Outputs(rule, request.Name, request.Properties) };
    }

    private ResourceInvokeResponse Invoke(ResourceInvokeRequest request)
    {
        var args = WireJson.Of(request.Args ?? new Struct());
        var rule = Array.Find(rules.Invokes, rule => rule.Token == request.Tok && rule.Args.All(member => JsonNode.DeepEquals(args[member.Key], member.Value)));
        if (rule?.Error is { } error)
        {
            throw new RpcException(new Status(StatusCode.Unknown, error));
        }

        var response = new ResourceInvokeResponse { Return = WireJson.Struct(rule?.Return ?? []) };
        response.Failures.Add(rule?.Failures.Select(failure => new InvokeFailure { Property = failure.Key, Reason = failure.Value }) ?? []);
        return response;
    }

    private void Fail(ResourceRule rule)
    {
        if (rule.Error is { } error && (!preview || rule.PreviewToo))
        {
            throw new RpcException(new Status(StatusCode.Unknown, error));
        }
    }

    private Struct Outputs(ResourceRule rule, string name, Struct? inputs)
    {
        var outputs = rule.Echo && inputs is not null ? inputs.Clone() : new Struct();
        var computed = Named((preview ? rule.Preview : rule.Update).ToJsonString(), name);
        foreach (var (key, value) in WireJson.Struct(WireJson.Parse(computed).AsObject()).Fields)
        {
            outputs.Fields[key] = value;
        }

        return outputs;
    }

    private string Urn(string parent, string type, string name)
    {
        var chain = parent.Length == 0 ? "" : parent.Split("::")[2];
        return $"urn:pulumi:{rules.Stack}::{rules.Project}::{(chain is "" or "pulumi:pulumi:Stack" ? type : $"{chain}${type}")}::{name}";
    }

    private static string Named(string text, string name) => text.Replace("${name}", name, StringComparison.Ordinal);

    private static ResourceRule Rule(ResourceRule[] rules, string type, string name) => Array.Find(rules, rule => Matches(rule.Type, type) && Matches(rule.Name, name)) ?? new ResourceRule();

    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Both services of the engine, by method name and as bytes.</summary>
    private sealed class Methods : IServiceMethodProvider<RecordingEngine>
    {
        private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<RecordingEngine> context)
        {
            Add("pulumirpc.ResourceMonitor", "SupportsFeature", "RegisterResource", "ReadResource", "Invoke", "RegisterResourceOutputs", "SignalAndWaitForShutdown");
            Add("pulumirpc.Engine", "Log", "RequirePulumiVersion");

            void Add(string service, params IEnumerable<string> names)
            {
                foreach (var name in names)
                {
                    context.AddUnaryMethod(new Method<byte[], byte[]>(MethodType.Unary, service, name, Bytes, Bytes), [], (engine, request, _) => Task.FromResult(engine.Answer(name, request)));
                }
            }
        }
    }
}
