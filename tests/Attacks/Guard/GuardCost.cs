using System.Diagnostics;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using LlmOpsSecure.Infra.Serving;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>
/// What the guard costs, measured in one run against the same server without it. wrk presents no client certificate, so that a second HAProxy does; the
/// same one stands before the bare server too. Asserts nothing of time; docs/performance.md has what was seen.
/// </summary>
internal static partial class GuardCost
{
    private const int Rounds = 5;
    private const int AtOnce = 8;
    private const int Connections = 1000;

    public static async Task RunAsync()
    {
        await using var world = await GuardWorld.OpenAsync(Configuration);
        var (bare, guarded) = (Ports.Free(), Ports.Free());
        using var hop = RealProgram.Start("haproxy", "-db", "-f", Hop(world, bare, guarded));
        await Task.Delay(1000);
        List<Load> without = [], with = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (first, second) = (await WrkAsync(world, bare), await WrkAsync(world, guarded));
            if (round > 0) // the first warms up
            {
                without.Add(first);
                with.Add(second);
            }
        }

        Console.WriteLine($"| {AtOnce} at once, medians of {Rounds} runs of 3 s | requests a second | p50, ms | p99, ms | CPU of the guard for 1,000 requests, s |\n|---|---|---|---|---|");
        Console.WriteLine(Row("the server alone", without, "-"));
        Console.WriteLine(Row("through the guard", with, Number(Median(with, load => load.GuardSeconds / load.Requests * 1000), "0.000")));
        Console.WriteLine($"ratio of throughput {Number(Median(with, load => load.PerSecond) / Median(without, load => load.PerSecond), "0.00")}, added at p50 {Number(Median(with, load => load.P50) - Median(without, load => load.P50), "0.00")} ms, at p99 {Number(Median(with, load => load.P99) - Median(without, load => load.P99), "0.00")} ms\n");
        await ThousandAsync(world);
    }

    // Limits that nothing here reaches.
    private static GuardConfiguration Configuration(string server) => GuardTenants.Configuration(server) with
    {
        Tenants = [new(GuardTenants.Probe, 1_000_000_000, Connections + 100, TenantLimit.MostBytes), new(GuardTenants.Quiet, 1_000_000_000, Connections + 100, TenantLimit.MostBytes)],
        Concurrency = Connections + 100,
    };

    private static string Hop(GuardWorld world, int bare, int guarded)
    {
        var certificate = Path.Combine(world.Folder, "gateway.pem");
        File.WriteAllText(certificate, $"{world.Gateway.ExportCertificatePem()}\n{world.Gateway.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n");
        var file = Path.Combine(world.Folder, "hop.cfg");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"""
            global
                nbthread 1
                maxconn 4000

            defaults
                mode http
                timeout connect 5s
                timeout client 60s
                timeout server 60s
                http-reuse always

            frontend bare
                bind 127.0.0.1:{bare}
                default_backend model

            frontend guarded
                bind 127.0.0.1:{guarded}
                default_backend guard

            backend model
                server model 127.0.0.1:{world.Model.Port}

            backend guard
                server guard 127.0.0.1:{world.Port} ssl verify required ca-file {world.Folder}/ca.crt crt {certificate}

            """));
        File.WriteAllText(Path.Combine(world.Folder, "load.lua"), $"wrk.method = 'POST'\nwrk.body = '{{}}'\nwrk.headers['content-type'] = 'application/json'\nwrk.headers['x-tenant-id'] = '{GuardTenants.Quiet}'\n");
        return file;
    }

    private static async Task<Load> WrkAsync(GuardWorld world, int port)
    {
        var before = Seconds(world);
        var (code, output) = await RealProgram.RunAsync("wrk", "--latency", "-t1", $"-c{AtOnce}", "-d3s", "-s", Path.Combine(world.Folder, "load.lua"), $"http://127.0.0.1:{port}/v1/chat/completions");
        Assert.True(code == 0 && !output.Contains("Non-2xx", StringComparison.Ordinal), output);
        var spent = Seconds(world) - before;
        return new(double.Parse(Total().Match(output).Groups["number"].ValueSpan, CultureInfo.InvariantCulture), double.Parse(Rate().Match(output).Groups["number"].ValueSpan, CultureInfo.InvariantCulture), Latency(output, 50), Latency(output, 99), spent);
    }

    private static double Latency(string output, int percent)
    {
        var match = Percentile().Matches(output).Single(one => one.Groups["percent"].Value == percent.ToString(CultureInfo.InvariantCulture));
        return double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * match.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
    }

    private static async Task ThousandAsync(GuardWorld world)
    {
        var (memory, seconds) = (Memory(world), Seconds(world));
        var open = new List<SslStream>();
        for (var count = 0; count < Connections; count++)
        {
            open.Add(await world.Raw(world.Gateway).OpenAsync());
        }

        var (idleMemory, idleSeconds) = (Memory(world), Seconds(world));
        var request = Encoding.ASCII.GetBytes(RawCaller.Request("POST", "/v1/chat/completions", GuardTenants.Quiet, """{"hold":"thousand"}"""));
        foreach (var stream in open)
        {
            await stream.WriteAsync(request);
        }

        await GuardAttacks.UntilAsync(() => world.Model.Held == Connections);
        var (busyMemory, busySeconds) = (Memory(world), Seconds(world));
        world.Model.Release("thousand");
        foreach (var stream in open)
        {
            Assert.Equal("200", await RawCaller.StatusAsync(stream));
            await stream.DisposeAsync();
        }

        Console.WriteLine($"| for 1,000 connections | CPU, s | memory, MB |\n|---|---|---|\n| opened, with both certificates | {Number(idleSeconds - seconds, "0.00")} | {Number(idleMemory - memory, "0.0")} |\n| each with a request that the server works on | {Number(busySeconds - idleSeconds, "0.00")} more | {Number(busyMemory - idleMemory, "0.0")} more |");
    }

    private static double Seconds(GuardWorld world)
    {
        using var guard = Process.GetProcessById(world.Process);
        return guard.TotalProcessorTime.TotalSeconds;
    }

    private static double Memory(GuardWorld world)
    {
        using var guard = Process.GetProcessById(world.Process);
        return guard.WorkingSet64 / 1048576.0;
    }

    private static double Median(IEnumerable<Load> loads, Func<Load, double> part) => loads.Select(part).Order().ElementAt(Rounds / 2);

    private static string Row(string name, IReadOnlyList<Load> loads, string cpu) => $"| {name} | {Number(Median(loads, load => load.PerSecond), "N0")} | {Number(Median(loads, load => load.P50), "0.00")} | {Number(Median(loads, load => load.P99), "0.00")} | {cpu} |";

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<number>\d+) requests in", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^\s+(?<percent>\d+)%\s+(?<number>[\d.]+)(?<unit>us|ms|s)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Percentile();

    private sealed record Load(double Requests, double PerSecond, double P50, double P99, double GuardSeconds);
}
