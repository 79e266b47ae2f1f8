using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>A network namespace of this machine, whose name no other run has. A socket that is made inside stays inside, whoever uses it.</summary>
internal sealed class NetworkSpace : IAsyncDisposable
{
    private const int NetworkKind = 0x40000000;

    private static int made;

    private readonly string settings;

    private NetworkSpace(string name)
    {
        this.Name = name;
        this.settings = Path.Combine("/etc/netns", name);
    }

    public string Name { get; }

    /// <summary>Why this machine cannot make one, or null.</summary>
    public static string? Impossible { get; } = Probe();

    /// <summary>Makes one with a running loopback interface; its programs ask the resolver at that address.</summary>
    public static async Task<NetworkSpace> OpenAsync(string name, string? resolver = null)
    {
        var space = new NetworkSpace($"llmops-{Environment.ProcessId}-{Interlocked.Increment(ref made)}-{name}");
        await RunAsync("ip", "netns", "add", space.Name);
        await space.IpAsync("link", "set", "lo", "up");
        if (resolver is not null)
        {
            Directory.CreateDirectory(space.settings);
            await File.WriteAllTextAsync(Path.Combine(space.settings, "resolv.conf"), $"nameserver {resolver}\n");
        }

        return space;
    }

    /// <summary>Runs <c>ip</c> on the namespace.</summary>
    public Task IpAsync(params string[] arguments) => RunAsync("ip", ["-n", this.Name, .. arguments]);

    /// <summary>Runs a program inside to its end.</summary>
    public Task ExecAsync(params string[] arguments) => RunAsync("ip", ["netns", "exec", this.Name, .. arguments]);

    /// <summary>Starts a program inside.</summary>
    public RealProgram Start(params string[] arguments) => RealProgram.Start("ip", ["netns", "exec", this.Name, .. arguments]);

    /// <summary>A socket inside; from an address of the namespace if it has several.</summary>
    public Socket Socket(ProtocolType protocol, IPEndPoint? bound = null)
    {
        var socket = this.Inside(() => new Socket(AddressFamily.InterNetwork, protocol == ProtocolType.Tcp ? SocketType.Stream : SocketType.Dgram, protocol));
        if (bound is not null)
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(bound);
        }

        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("ip", "netns", "del", this.Name);
        if (Directory.Exists(this.settings))
        {
            Directory.Delete(this.settings, recursive: true);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var (code, output) = await RealProgram.RunAsync(program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}: {output}");
    }

    private static string? Probe()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "network namespaces need Linux and root";
        }

        if (RealProgram.Missing("ip") is not null)
        {
            return "ip is not installed";
        }

        var name = $"llmops-{Environment.ProcessId}-probe";
        var (code, output) = Task.Run(() => RealProgram.RunAsync("ip", "netns", "add", name)).GetAwaiter().GetResult();
        if (code != 0)
        {
            return $"this machine lets nobody make network namespaces: {output.Trim()}";
        }

        Task.Run(() => RealProgram.RunAsync("ip", "netns", "del", name)).GetAwaiter().GetResult();
        return null;
    }

    // A thread of its own, because a thread that has entered a namespace is of no use to others.
    private T Inside<T>(Func<T> make)
    {
        T? result = default;
        Exception? failed = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var space = File.OpenHandle(Path.Combine("/run/netns", this.Name));
                Assert.True(Enter(space, NetworkKind) == 0, $"setns: error {Marshal.GetLastPInvokeError()}");
                result = make();
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                failed = error;
            }
        });
        thread.Start();
        thread.Join();
        return failed is null ? result! : throw new InvalidOperationException($"{this.Name} cannot be entered: {failed.Message}", failed);
    }

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Enter(SafeHandle space, int kind);
}
