using System.Net;
using System.Text.RegularExpressions;
using LlmOpsSecure.Attacks.Guard;
using LlmOpsSecure.Infra.Gateway;
using LlmOpsSecure.Infra.Serving;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Budget;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Attacks.Gateway;

/// <summary>
/// Envoy does not run here: what the emitted gateway objects promise is computed, and held against what the emitted guards do under HAProxy, for every route
/// of every stack. Where the gateway promises a limit the guard has the same one; where it has none, as on routes of tools, the guard has the tenant's.
/// </summary>
public sealed class PromiseTests
{
    private static readonly string[] Kept = [GatewayNames.ModelHeader, GatewayNames.TenantHeader];

    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [NeedsTheory("haproxy")]
    [MemberData(nameof(Stacks))]
    public async Task Guards_enforce_what_the_gateway_promises_for_models(string stack)
    {
        var view = PolicyView.Of(await Recorded.Stack(stack));
        var routes = GatewayPromise.Of(view).Where(route => !route.IsOfTools).ToList();
        Assert.NotEmpty(routes);
        foreach (var route in routes)
        {
            Assert.True(route.DeniesOthers == Truth.Yes && route.FailsClosed == Truth.Yes && route.Replaced.Count == 0 && Kept.All(route.Stripped.Contains) && route.Claims.Contains($"{GatewayNames.TenantHeader}: azp"), route.ToString());
            Assert.NotEmpty(route.Budgets);
            var guard = EmittedGuards.Of(view, route.Route.Split('/')[0], $"{route.Route.Split('/')[1]}-guard");
            await using var world = await GuardWorld.OpenAsync(guard);
            Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(world, "/v1/models", "nobody"));
            foreach (var budget in route.Budgets)
            {
                // A body of exactly the promised size passes, one of a byte more is refused and counts for nothing.
                Assert.Equal(HttpStatusCode.OK, await AskAsync(world, "/v1/chat/completions", budget.Tenant, Body(route.BodyBytes!.Value)));
                Assert.Equal("413", await world.Raw(world.Gateway).SendAsync($"POST /v1/chat/completions HTTP/1.1\r\nhost: guard\r\nx-tenant-id: {budget.Tenant}\r\ncontent-type: application/json\r\ncontent-length: {route.BodyBytes!.Value + 1}\r\n\r\n"));
                Assert.Equal(budget.RequestsPerMinute, 1 + await PassAsync(world, "/v1/chat/completions", budget.Tenant));

                // The guard counts bytes, of which a token has at most so many: it never refuses what the token budget allows.
                var bytes = long.Parse(BytesOf(budget.Tenant).Match(guard).Groups["bytes"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                Assert.InRange(bytes, Math.Min(budget.TokenLimit!.Value * TenantLimit.BytesPerToken, TenantLimit.MostBytes), TenantLimit.MostBytes);
            }
        }
    }

    [NeedsTheory("haproxy")]
    [MemberData(nameof(Stacks))]
    public async Task Guards_have_the_limits_that_routes_of_tools_have_not(string stack)
    {
        var view = PolicyView.Of(await Recorded.Stack(stack));
        var promises = GatewayPromise.Of(view);
        foreach (var route in promises.Where(route => route.IsOfTools))
        {
            Assert.True(route.DeniesOthers == Truth.Yes && route.Budgets.Count == 0 && route.BodyBytes is null && route.FailsClosed == Truth.No && Kept.All(route.Stripped.Contains), route.ToString());
            Assert.Equal([$"{GatewayNames.TenantHeader}: azp"], route.Claims);
            var resource = view.OfType("kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute").Single(one => $"{one["metadata.namespace"].AsText}/{one["metadata.name"].AsText}" == route.Route);
            var callers = resource["spec.securityPolicy.authorization.rules"].Items.SelectMany(rule => rule["source.jwt.claims"].Items).SelectMany(claim => claim["values"].Items).Select(value => value.AsText!).ToList();
            var replicas = view.OfType(KubernetesTypes.Deployment).Single(one => one["metadata.namespace"].AsText == resource["metadata.namespace"].AsText && one["metadata.name"].AsText == "guard")["spec.replicas"].AsNumber!.Value;
            await using var world = await GuardWorld.OpenAsync(EmittedGuards.Of(view, route.Route.Split('/')[0], "guard"));
            Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(world, "/mcp", "nobody", "{}"));
            foreach (var tenant in callers)
            {
                var promised = promises.SelectMany(one => one.Budgets).First(budget => budget.Tenant == tenant).RequestsPerMinute!.Value;
                Assert.InRange(await PassAsync(world, "/mcp", tenant) * (long)replicas, 1, promised);
            }
        }
    }

    // How many requests pass until one is refused for their number.
    private static async Task<long> PassAsync(GuardWorld world, string path, string tenant)
    {
        for (var passed = 0; passed < 20_000; passed++)
        {
            var status = await AskAsync(world, path, tenant, "{}");
            if (status == HttpStatusCode.TooManyRequests)
            {
                return passed;
            }

            Assert.Equal(HttpStatusCode.OK, status);
        }

        return long.MaxValue;
    }

    private static async Task<HttpStatusCode> AskAsync(GuardWorld world, string path, string tenant, string? body = null)
    {
        using var request = GuardAttacks.Message(world, body is null ? HttpMethod.Get : HttpMethod.Post, path, tenant, body);
        using var answer = await world.Caller.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Body(long bytes) => $$"""{"pad":"{{new string('a', (int)bytes - 10)}}"}""";

    private static Regex BytesOf(string tenant) => new($@"set-var\(txn\.bytes\) int\((?<bytes>\d+)\) if {{ var\(txn\.tenant\) -m str {Regex.Escape(tenant)} }}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
