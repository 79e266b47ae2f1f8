using System.Globalization;
using System.Net;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>What is tried on guards that count together: a tenant goes from one to the next.</summary>
internal static class ReplicaAttacks
{
    private const string Limits = "guard: counts of all replicas";
    private const string Requests = "gateway-tenants-have-a-request-budget";

    /// <summary>Requests that may pass over the limit while the replicas have not heard of each other, where they come 20 ms apart: a third of it, stated in docs/attacks.md.</summary>
    private const int Bound = 3;

    private const int Limit = 10;

    public static IReadOnlyList<Attack<GuardWorld>> All { get; } =
    [
        new("a tenant that goes from replica to replica has one limit", Limits, Requests, $"{Limit} to {Limit + Bound} pass", world => RoundAsync(world, GuardTenants.Rate)),
        new("a tenant over its limit is refused by every replica", Limits, Requests, "0 pass", RefusedByAllAsync),
        new("a restart of a replica gives nothing back", Limits, Requests, $"at most {Bound} pass", RestartAsync),
        new("another tenant has its own limit on all of them", Limits, Requests, $"{Limit} to {Limit + Bound} pass", world => RoundAsync(world, GuardTenants.OtherRate)),
        new("calls to all replicas at the same moment pass at most the limit once for each", Limits, Requests, "no more", BurstAsync),
    ];

    private static async Task<string> BurstAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        var passed = (await Task.WhenAll(Enumerable.Range(0, Limit * 6).Select(count => PassesAsync(client, world.Ports[count % world.Ports.Count], GuardTenants.Burst)))).Count(passes => passes);
        return passed >= Limit && passed <= Limit * world.Ports.Count ? "no more" : Text(passed);
    }

    private static async Task<string> RoundAsync(GuardWorld world, string tenant)
    {
        using var client = world.Client(world.Gateway);
        var passed = 0;
        for (var count = 0; count < Limit * 6; count++)
        {
            passed += await PassesAsync(client, world.Ports[count % world.Ports.Count], tenant) ? 1 : 0;
            await Task.Delay(20); // the replicas hear of each other in some milliseconds, on a busy machine in more
        }

        return passed is >= Limit and <= Limit + Bound ? $"{Limit} to {Limit + Bound} pass" : Text(passed);
    }

    private static async Task<string> RefusedByAllAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        var passed = 0;
        foreach (var port in world.Ports)
        {
            passed += await PassesAsync(client, port, GuardTenants.Rate) ? 1 : 0;
        }

        return Text(passed);
    }

    private static async Task<string> RestartAsync(GuardWorld world)
    {
        await world.RestartAsync(0);
        using var client = world.Client(world.Gateway);
        var passed = 0;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            passed += await PassesAsync(client, world.Port, GuardTenants.Rate) ? 1 : 0;
            await Task.Delay(200);
        }

        return passed <= Bound ? $"at most {Bound} pass" : Text(passed);
    }

    private static string Text(int passed) => string.Create(CultureInfo.InvariantCulture, $"{passed} pass");

    private static async Task<bool> PassesAsync(HttpClient client, int port, string tenant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{port}/v1/models");
        request.Headers.Add("x-tenant-id", tenant);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
