using System.Globalization;
using Grpc.Net.Client;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>A pack served in this process over a real gRPC channel.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter output = new(CultureInfo.InvariantCulture);
    private Task<int> running = Task.FromResult(0);
    private GrpcChannel? channel;

    public int Port { get; private set; }

    public string StandardOutput
    {
        get
        {
            lock (this.output)
            {
                return this.output.ToString();
            }
        }
    }

    public GrpcChannel Channel => this.channel!;

    public Analyzer.AnalyzerClient Client => new(this.Channel);

    public static async Task<Served> StartAsync(PolicyPack pack)
    {
        var served = new Served();
        served.running = PolicyPackServer.RunAsync(pack, [], TextWriter.Synchronized(served.output), TextWriter.Null, served.stop.Token);
        while (!served.StandardOutput.Contains('\n', StringComparison.Ordinal))
        {
            Assert.False(served.running.IsCompleted, "The server ended before it told its port.");
            await Task.Delay(10);
        }

        served.Port = int.Parse(served.StandardOutput, CultureInfo.InvariantCulture);
        served.channel = Connect(served.Port);
        return served;
    }

    public static GrpcChannel Connect(int port) => GrpcChannel.ForAddress($"http://127.0.0.1:{port}", new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });

    public async ValueTask DisposeAsync()
    {
        this.channel?.Dispose();
        await this.stop.CancelAsync();
        await this.running;
        this.stop.Dispose();
        await this.output.DisposeAsync();
    }
}
