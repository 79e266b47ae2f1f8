using System.Net;
using System.Net.Sockets;

namespace LlmOpsSecure.Attacks;

/// <summary>
/// Ports of the loopback interface that nobody listens on, each handed out once: two HAProxies on one port would share its callers without a word. They lie
/// below those that the kernel gives to outgoing connections.
/// </summary>
internal static class Ports
{
    private const int Most = 30_000;

    private static int last = Random.Shared.Next(10_000, 20_000);

    public static int Free()
    {
        for (var port = Interlocked.Increment(ref last); port < Most; port = Interlocked.Increment(ref last))
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // somebody's
            }
        }

        throw new InvalidOperationException($"No port below {Most} is free.");
    }
}
