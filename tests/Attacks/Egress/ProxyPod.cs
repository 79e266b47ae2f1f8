using System.Text.Json;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>The egress proxy of a class as its pod runs it: both containers in one namespace, with the emitted files, arguments, user and kernel settings. Its logs are what a container writes to its standard output.</summary>
internal sealed class ProxyPod(string className, NetworkSpace space, string folder, JsonElement deployment, JsonElement configuration) : IDisposable
{
    private readonly List<RealProgram> running = [];

    /// <summary>Squid's log, one JSON line a request.</summary>
    public string AccessLog => Path.Combine(folder, "squid.log");

    /// <summary>The gate's log, one JSON line a connection: of a sandbox to it, and of Squid to an exit.</summary>
    public string GateLog => Path.Combine(folder, "gate.log");

    /// <summary>The logs of all its lives; a life has files of its own.</summary>
    public IReadOnlyList<string> Logs => Directory.GetFiles(folder, "*.log");

    /// <summary>The class's name.</summary>
    public string Class => className;

    private JsonElement Spec => deployment.GetProperty("spec").GetProperty("template").GetProperty("spec");

    private string User => this.Spec.GetProperty("securityContext").GetProperty("runAsUser").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Pipe => Path.Combine(folder, "squid.pipe");

    /// <summary>Starts both containers; with <paramref name="isUnread"/> nobody reads what Squid writes, until <see cref="ReadAsync"/>.</summary>
    public async Task StartAsync(bool isUnread = false)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in configuration.GetProperty("data").EnumerateObject())
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file.Name), file.Value.GetString());
        }

        foreach (var setting in this.Spec.GetProperty("securityContext").GetProperty("sysctls").EnumerateArray())
        {
            await space.ExecAsync("sysctl", "-q", "-w", $"{setting.GetProperty("name").GetString()}={setting.GetProperty("value").GetString()}");
        }

        foreach (var container in this.Spec.GetProperty("containers").EnumerateArray())
        {
            var name = container.GetProperty("name").GetString()!;
            foreach (var log in new[] { $"{name}.log", $"{name}.err" })
            {
                if (File.Exists(Path.Combine(folder, log)))
                {
                    File.Move(Path.Combine(folder, log), Path.Combine(folder, $"{Guid.NewGuid():N}-{log}"));
                }

                await File.WriteAllTextAsync(Path.Combine(folder, log), "");
                await space.ExecAsync("chown", this.User, Path.Combine(folder, log));
            }

            var output = $">{folder}/{name}.log";
            if (isUnread && name == "squid")
            {
                await space.ExecAsync("mkfifo", this.Pipe);
                await space.ExecAsync("chown", this.User, this.Pipe);
                output = $"1<>{this.Pipe}";
            }

            var command = container.GetProperty("command").EnumerateArray().Concat(container.GetProperty("args").EnumerateArray()).Select(word => word.GetString()!.Replace("/etc/proxy", folder, StringComparison.Ordinal));
            await Task.Delay(this.running.Count * 500); // Squid looks for the gate when it starts, and again only when it was asked in vain
            this.running.Add(space.Start(["setpriv", "--reuid", this.User, "--regid", this.User, "--clear-groups", "--no-new-privs", "sh", "-c", $"exec \"$@\" {output} 2>{folder}/{name}.err", name, .. command]));
        }
    }

    /// <summary>Reads for a second what Squid writes to an output that nobody read, and adds it to <see cref="AccessLog"/>.</summary>
    public async Task ReadAsync() => await File.AppendAllTextAsync(this.AccessLog, (await RealProgram.RunAsync("timeout", "1", "cat", this.Pipe)).Output);

    /// <summary>Kills both containers.</summary>
    public void Stop()
    {
        this.running.ForEach(program => program.Dispose());
        this.running.Clear();
    }

    public void Dispose() => this.Stop();
}
