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

    /// <summary>Starts both containers.</summary>
    public async Task StartAsync()
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

            var command = container.GetProperty("command").EnumerateArray().Concat(container.GetProperty("args").EnumerateArray()).Select(word => word.GetString()!.Replace("/etc/proxy", folder, StringComparison.Ordinal));
            await Task.Delay(this.running.Count * 500); // Squid looks for the gate when it starts, and again only when it was asked in vain
            this.running.Add(space.Start(["setpriv", "--reuid", this.User, "--regid", this.User, "--clear-groups", "--no-new-privs", "sh", "-c", $"exec \"$@\" >{folder}/{name}.log 2>{folder}/{name}.err", name, .. command]));
        }
    }

    /// <summary>Kills both containers.</summary>
    public void Stop()
    {
        this.running.ForEach(program => program.Dispose());
        this.running.Clear();
    }

    public void Dispose() => this.Stop();
}
