using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>
/// Stands in for vLLM: the OpenAI routes, answers as one text or as events, and, as the real one does, an open answer on every route that it does not
/// protect. It remembers what reached it. What it does is said in the request: <c>hold</c> waits for <see cref="Release"/>, <c>delay</c> takes so many
/// milliseconds, <c>size</c> is the answer's bytes, <c>stream</c> its events, <c>die</c> ends the connection in the middle.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<string> reached = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = new(StringComparer.Ordinal);
    private int held;
    private int abandoned;

    private ModelServer(WebApplication application) => this.application = application;

    public int Port => new Uri(this.application.Urls.Single()).Port;

    /// <summary>Method and path of every request that arrived, but for the health check.</summary>
    public IReadOnlyCollection<string> Reached => this.reached;

    /// <summary>The headers of the last request.</summary>
    public IReadOnlyDictionary<string, string> LastHeaders { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Requests that wait to be released.</summary>
    public int Held => Volatile.Read(ref this.held);

    /// <summary>Requests whose caller went away.</summary>
    public int Abandoned => Volatile.Read(ref this.abandoned);

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var server = new ModelServer(builder.Build());
        server.application.MapGet("/health", () => "");
        server.application.MapPost("/v1/chat/completions", server.CompleteAsync);
        server.application.MapPost("/mcp", server.CompleteAsync);
        server.application.MapGet("/v1/models", (HttpContext context) => { server.Remember(context); return """{"data":[]}"""; });
        server.application.MapFallback((HttpContext context) => { server.Remember(context); return "open"; });
        await server.application.StartAsync();
        return server;
    }

    /// <summary>Lets what is held go on.</summary>
    public void Release(string gate) => this.Gate(gate).TrySetResult();

    public ValueTask DisposeAsync() => this.application.DisposeAsync();

    private TaskCompletionSource Gate(string name) => this.gates.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Remember(HttpContext context)
    {
        this.LastHeaders = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        this.reached.Enqueue($"{context.Request.Method} {context.Request.Path}");
    }

    private async Task CompleteAsync(HttpContext context)
    {
        this.Remember(context);
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var asked = body.RootElement;
        if (asked.TryGetProperty("hold", out var hold))
        {
            await this.HoldAsync(hold.GetString()!, context.RequestAborted);
        }

        if (asked.TryGetProperty("delay", out var delay))
        {
            await Task.Delay(delay.GetInt32(), context.RequestAborted);
        }

        if (asked.TryGetProperty("stream", out var events))
        {
            await this.StreamAsync(context, events.GetInt32(), asked.TryGetProperty("gate", out var gate) ? gate.GetString() : null, asked.TryGetProperty("die", out _));
            return;
        }

        var size = asked.TryGetProperty("size", out var wanted) ? wanted.GetInt32() : 2;
        context.Response.ContentLength = size;
        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(new string('x', size)), context.RequestAborted);
    }

    private async Task HoldAsync(string gate, CancellationToken aborted)
    {
        Interlocked.Increment(ref this.held);
        try
        {
            await this.Gate(gate).Task.WaitAsync(aborted);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref this.abandoned);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref this.held);
        }
    }

    // After the first event each next one waits until the gate of its number is opened, if there is one.
    private async Task StreamAsync(HttpContext context, int events, string? gate, bool die)
    {
        context.Response.ContentType = "text/event-stream";
        for (var number = 0; number < events; number++)
        {
            if (number > 0 && gate is not null)
            {
                await this.HoldAsync($"{gate}-{number}", context.RequestAborted);
                if (die)
                {
                    context.Abort();
                    return;
                }
            }

            await context.Response.WriteAsync($"data: {number}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
