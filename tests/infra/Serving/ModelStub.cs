using System.Net;
using System.Net.Sockets;

namespace LlmOpsSecure.Infra.Tests.Serving;

/// <summary>A server that says yes to everything, and remembers what it was asked.</summary>
internal sealed class ModelStub : IDisposable
{
    private readonly HttpListener listener;

    public ModelStub()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            this.Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        this.listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{this.Port}/" } };
        this.listener.Start();
        _ = this.AnswerAsync();
    }

    public int Port { get; }

    public string LastHeaders { get; private set; } = "";

    public void Dispose() => this.listener.Close();

    private async Task AnswerAsync()
    {
        while (this.listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await this.listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // the test is over
            }

            if (context.Request.Url!.AbsolutePath != "/health")
            {
                this.LastHeaders = context.Request.Headers.ToString() ?? "";
            }

            context.Response.Close();
        }
    }
}
