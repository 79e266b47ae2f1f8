using System.Globalization;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>
/// What a gateway promises on one route, by the policies that really hold there: the most specific one replaces the gateway's as a whole, and a route of tools
/// brings two of its own, which Envoy AI Gateway generates (<c>ai-eg-mcp-NAME</c>, without limits or authorization).
/// </summary>
/// <param name="Route">The route: <c>namespace/name</c>.</param>
/// <param name="IsOfTools">Whether it is an MCPRoute.</param>
public sealed record GatewayPromise(string Route, bool IsOfTools)
{
    private static readonly (string Suffix, long Bytes)[] Units = [("Ki", 1 << 10), ("Mi", 1 << 20), ("Gi", 1 << 30), ("k", 1_000), ("M", 1_000_000), ("G", 1_000_000_000), ("", 1)];

    /// <summary>What each tenant may take from each model of the route; empty where no limit of the gateway holds.</summary>
    public required IReadOnlyList<TokenBudget> Budgets { get; init; }

    /// <summary>Whether whoever no rule names is refused.</summary>
    public required Truth DeniesOthers { get; init; }

    /// <summary>Headers that the gateway makes of a verified token's claims, for what is behind it: <c>header: claim</c>, sorted.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>Headers that are taken out of what clients send, sorted.</summary>
    public required IReadOnlyList<string> Stripped { get; init; }

    /// <summary>Most bytes of a body; null where the gateway has no bound on this route.</summary>
    public required long? BodyBytes { get; init; }

    /// <summary>Whether a limit that cannot be counted refuses; unknown where the gateway's installation is not in the stack, no where the route has no limit.</summary>
    public required Truth FailsClosed { get; init; }

    /// <summary>Policies of the route's gateways that do not hold on it, because others replace them: <c>Kind namespace/name</c>.</summary>
    public required IReadOnlyList<string> Replaced { get; init; }

    /// <summary>The promises of all routes, in the order of the stack, models before tools.</summary>
    public static IReadOnlyList<GatewayPromise> Of(Stack stack) =>
        [.. stack.OfType(GatewayRoutes.AiRoute).Concat(stack.OfType(GatewayRoutes.ToolRoute)).Select(route => Of(stack, route, route.Type == GatewayRoutes.ToolRoute))];

    private static GatewayPromise Of(Stack stack, Resource route, bool isOfTools)
    {
        // What is generated has no mergeType, and a second policy of ours on the generated route would conflict with it: what the gateway has does not hold.
        var callers = route["spec.securityPolicy"].IsAbsent ? stack.On(route, GatewayRoutes.SecurityPolicy) : [];
        var limits = route["spec.securityPolicy.oauth"].IsAbsent ? stack.On(route, GatewayRoutes.TrafficPolicy) : [];
        return new(NameOf(route), isOfTools)
        {
            Budgets = [.. BudgetProof.Of(stack).Budgets.Where(budget => budget.Route == route.Urn)],
            DeniesOthers = Denies([route["spec.securityPolicy.authorization.defaultAction"], .. callers.Select(policy => policy["spec.authorization.defaultAction"])]),
            Claims = [.. callers.SelectMany(policy => policy["spec.jwt.providers"].Items).Append(route["spec.securityPolicy.oauth"]).SelectMany(source => source["claimToHeaders"].Items).Select(claim => $"{claim["header"].AsText}: {claim["claim"].AsText}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Stripped = StrippedOn(stack, route),
            BodyBytes = Bytes(limits),
            FailsClosed = limits.SelectMany(GatewayRoutes.Limits).Any() ? Closed(stack) : Truth.No,
            Replaced = [.. Others(stack, route, GatewayRoutes.SecurityPolicy, callers), .. Others(stack, route, GatewayRoutes.TrafficPolicy, limits)],
        };
    }

    private static Truth Denies(IReadOnlyList<Field> actions) => actions.Any(action => action.AsText == "Deny") ? Truth.Yes : actions.Any(action => action.IsUnknown) ? Truth.Maybe : Truth.No;

    private static IReadOnlyList<string> StrippedOn(Stack stack, Resource route) =>
        [.. stack.On(route, GatewayRoutes.ClientPolicy).SelectMany(policy => policy["spec.headers.earlyRequestHeaders.remove"].Items).Select(header => header.AsText).OfType<string>().Select(header => header.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Others(Stack stack, Resource route, string type, IReadOnlyList<Resource> holding) =>
        GatewayRoutes.Gateways(route).SelectMany(gateway => GatewayTargets.Of(stack).On(type, "Gateway", gateway)).Distinct().Except(holding)
            .Select(policy => $"{type[(type.LastIndexOf(':') + 1)..]} {NameOf(policy)}");

    private static Truth Closed(Stack stack)
    {
        var settings = stack.OfType(GatewayRoutes.Release).Select(release => release["values.config.envoyGateway"]).Where(settings => !settings.IsAbsent).ToList();
        return settings.Count == 0 || settings.Any(one => one["rateLimit.failClosed"].IsUnknown || one["extensionManager.failOpen"].IsUnknown) ? Truth.Maybe
            : settings.All(one => one["rateLimit.failClosed"].AsBoolean == true && one["extensionManager.failOpen"].AsBoolean != true) ? Truth.Yes : Truth.No;
    }

    private static long? Bytes(IReadOnlyList<Resource> policies) => policies.Select(policy => Bytes(policy["spec.requestBuffer.limit"])).Aggregate((long?)null, TokenBudget.Least);

    private static long? Bytes(Field quantity) => quantity.AsNumber is { } bytes ? (long)bytes : quantity.AsText is not { } text ? null
        : Units.Where(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal) && long.TryParse(text[..^unit.Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(unit => (long?)(long.Parse(text[..^unit.Suffix.Length], CultureInfo.InvariantCulture) * unit.Bytes)).FirstOrDefault();

    private static string NameOf(Resource item) => GatewayRoutes.Key(item) is { } key ? $"{key.Namespace}/{key.Name}" : item.Name;
}
