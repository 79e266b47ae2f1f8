using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>
/// How much each tenant can take from each model of a stack: from the gateway's limits (Envoy Gateway and Envoy AI Gateway), the guard's queue, the model server's own caps and the most replicas.
/// </summary>
public sealed partial class BudgetProof
{
    private readonly Stack stack;
    private readonly ILookup<(string Namespace, string Name)?, Resource> servers;
    private readonly ServerCaps serverCaps;
    private readonly bool hasUnknownTargets;

    private BudgetProof(Stack stack)
    {
        this.stack = stack;
        this.servers = stack.OfType(GatewayRoutes.AiBackend).ToLookup(GatewayRoutes.Key);
        this.serverCaps = new(stack);
        this.hasUnknownTargets = stack.OfType(GatewayRoutes.TrafficPolicy, GatewayRoutes.SecurityPolicy).Any(policy => policy["spec.targetRefs"].IsUnknown || policy["spec.targetRefs"].Items.Any(target => target["name"].IsUnknown));
        this.Budgets = [.. stack.OfType(GatewayRoutes.AiRoute).SelectMany(this.Of)];
    }

    /// <summary>One entry for each tenant and model, in the order of the routes.</summary>
    public IReadOnlyList<TokenBudget> Budgets { get; }

    /// <summary>Reads the budgets of a stack.</summary>
    public static BudgetProof Of(Stack stack) => stack.Once(static one => new BudgetProof(one));

    private IEnumerable<TokenBudget> Of(Resource route)
    {
        var limits = this.stack.On(route, GatewayRoutes.TrafficPolicy);
        var tenants = this.Tenants(route).ToList();
        foreach (var rule in route["spec.rules"].Items)
        {
            foreach (var match in rule["matches"].Items.DefaultIfEmpty(rule["matches"]))
            {
                var headers = Headers(match);
                var model = headers.FirstOrDefault(header => header.Name.Equals("x-ai-eg-model", StringComparison.OrdinalIgnoreCase)).Value ?? "any model";
                foreach (var (header, tenant) in tenants)
                {
                    // A route of one tenant is closed to the others.
                    if (headers.FirstOrDefault(one => one.Name.Equals(header, StringComparison.OrdinalIgnoreCase)) is { Value: { } only } && only != tenant)
                    {
                        continue;
                    }

                    yield return this.Of(route, rule, model, header, tenant, limits);
                }
            }
        }
    }

    private TokenBudget Of(Resource route, Field routeRule, string model, string header, string tenant, IReadOnlyList<Resource> policies)
    {
        var (missing, unknown) = (new List<string>(), new List<string>());
        if (this.IsUntold(route, policies))
        {
            unknown.Add("which limits hold on the route");
        }

        long? requests = null, tokens = null;
        long window = 0;
        foreach (var rule in policies.SelectMany(GatewayRoutes.Limits).Where(rule => Concerns(rule, header, tenant, model)))
        {
            var (number, seconds) = (rule["limit.requests"], Seconds(rule["limit.unit"].AsText));
            if (number.IsUnknown || rule["limit.unit"].IsUnknown || rule["cost"].IsUnknown)
            {
                unknown.Add("a limit of the gateway");
            }
            else if (number.AsNumber is not { } limit || seconds is not { } length)
            {
                continue;
            }
            else if (!GatewayRoutes.CountsTokens(rule))
            {
                var perMinute = length <= 60 ? (long)limit * (60 / length) : (long)limit; // a longer window may be used up in its first minute
                requests = TokenBudget.Least(requests, perMinute);
            }
            else if (Counted(route, rule) && (tokens is null || limit / length < (double)tokens / window))
            {
                (tokens, window) = ((long)limit, length);
            }
        }

        if (header.Length == 0 && unknown.Count == 0)
        {
            missing.Add("who may call");
        }

        if (requests is null && unknown.Count == 0)
        {
            missing.Add("requests of a minute");
        }

        if (tokens is null && unknown.Count == 0)
        {
            missing.Add("tokens");
        }

        var caps = this.serverCaps.Of(route, model).ToList();
        var (perRequest, output, served) = (Bound(caps.Select(cap => cap.Context)), Bound(caps.Select(cap => cap.Output)), Sum(caps.Select(cap => cap.InFlight)));
        unknown.AddRange(caps.SelectMany(cap => cap.Unknown).Distinct());
        if (perRequest is null && unknown.Count == 0)
        {
            missing.Add(caps.Count == 0 ? "the model server, which is not in the stack" : "the context of a request");
        }

        var choices = this.Choices(route, routeRule, caps.Select(cap => cap.Choices));
        if (choices is null && unknown.Count == 0)
        {
            missing.Add("the answers to one request");
        }

        var inFlight = TokenBudget.Least(served, this.Parallel(route, policies));
        inFlight = TokenBudget.Least(inFlight, requests is { } minute && Timeout(routeRule, policies) is { } timeout ? minute * (((timeout + 59) / 60) + 1) : null);
        if (inFlight is null && unknown.Count == 0)
        {
            missing.Add("requests at once");
        }

        output = TokenBudget.Least(output ?? perRequest, perRequest);
        return new(tenant, model)
        {
            Route = route.Urn,
            RequestsPerMinute = requests,
            TokenLimit = tokens,
            Window = window,
            TokensPerRequest = perRequest is { } context && choices is { } count ? context + ((count - 1) * (output ?? context)) : null,
            OutputPerRequest = TokenBudget.Times(output, choices),
            InFlight = inFlight,
            Missing = missing,
            Unknown = [.. unknown.Distinct()],
        };
    }

    // References that are not known, or that lead to a gateway of another stack.
    private bool IsUntold(Resource route, IReadOnlyList<Resource> policies) =>
        route["spec.parentRefs"].IsUnknown || route["spec.rules"].IsUnknown || route["spec.parentRefs"].Items.Any(parent => parent["name"].IsUnknown)
        || route["spec.rules"].Items.SelectMany(rule => rule["matches"].Items).SelectMany(match => match["headers"].Items).Any(header => header["name"].IsUnknown || header["value"].IsUnknown)
        || this.hasUnknownTargets
        || (policies.Count == 0 && !GatewayTargets.Of(this.stack).GatewaysOf(route).Any());

    // The values of the claims that the gateway lets in, under the header that it makes of the claim.
    private IEnumerable<(string Header, string Tenant)> Tenants(Resource route)
    {
        var found = false;
        foreach (var policy in this.stack.On(route, GatewayRoutes.SecurityPolicy).Where(policy => policy["spec.authorization.defaultAction"].AsText == "Deny"))
        {
            var headers = policy["spec.jwt.providers"].Items.SelectMany(provider => provider["claimToHeaders"].Items).Where(one => one["claim"].AsText is not null && one["header"].AsText is not null).ToLookup(one => one["claim"].AsText!, one => one["header"].AsText!);
            foreach (var claim in policy["spec.authorization.rules"].Items.Where(rule => rule["action"].AsText == "Allow").SelectMany(rule => rule["principal.jwt.claims"].Items))
            {
                foreach (var header in headers[claim["name"].AsText ?? ""].Take(1))
                {
                    foreach (var value in claim["values"].Items.Select(value => value.AsText ?? "not known before deployment"))
                    {
                        found = true;
                        yield return (header, value);
                    }
                }
            }
        }

        if (!found)
        {
            yield return ("", "anybody");
        }
    }

    private static List<(string Name, string? Value)> Headers(Field match) => [.. match["headers"].Items.Where(header => header["name"].AsText is not null && header["type"].AsText is null or "Exact").Select(header => (header["name"].AsText!, header["value"].AsText))];

    // Whether the rule counts what this tenant sends to this model; one that counts more than that, such as all models together, bounds it too.
    private static bool Concerns(Field rule, string header, string tenant, string model)
    {
        var selectors = rule["clientSelectors"].Items.ToList();
        return selectors.Count == 0 || selectors.Any(selector => selector["sourceCIDR"].IsAbsent && selector["jwt"].IsAbsent && selector["headers"].Items.All(one =>
            one["name"].AsText is { } name && (one["type"].AsText, one["invert"].AsBoolean) switch
            {
                ("Distinct", _) => name.Equals(header, StringComparison.OrdinalIgnoreCase),
                (null or "Exact", not true) => (name.Equals(header, StringComparison.OrdinalIgnoreCase) && one["value"].AsText == tenant) || (name.Equals("x-ai-eg-model", StringComparison.OrdinalIgnoreCase) && one["value"].AsText == model),
                _ => false,
            }));
    }

    private static bool Counted(Resource route, Field rule) => route["spec.llmRequestCosts"].Items.Any(cost => cost["metadataKey"].AsText == rule["cost.response.metadata.key"].AsText && cost["type"].AsText == "TotalToken");

    private static long? Seconds(string? unit) => unit switch { "Second" => 1, "Minute" => 60, "Hour" => 3600, "Day" => 86_400, "Month" => 28 * 86_400, "Year" => 365 * 86_400, _ => null };

    // A circuit breaker counts in each proxy by itself.
    private long? Parallel(Resource route, IReadOnlyList<Resource> policies)
    {
        var most = policies.Select(policy => policy["spec.circuitBreaker.maxParallelRequests"].AsNumber).OfType<double>().Select(number => (long?)number).Aggregate((long?)null, TokenBudget.Least);
        var proxies = 0L;
        foreach (var gateway in GatewayTargets.Of(this.stack).GatewaysOf(route))
        {
            var type = this.stack.References("kubernetes:gateway.networking.k8s.io/v1:GatewayClass", "metadata.name").Being(gateway["spec.gatewayClassName"].AsText).FirstOrDefault();
            var named = gateway["spec.infrastructure.parametersRef.name"].AsText ?? type?["spec.parametersRef.name"].AsText;
            var proxy = this.stack.References(GatewayRoutes.Proxy, "metadata.name").Being(named).FirstOrDefault();
            var kubernetes = proxy is null ? default : proxy["spec.provider.kubernetes"];
            if (proxy is null || (kubernetes["envoyHpa.maxReplicas"].AsNumber ?? kubernetes["envoyDeployment.replicas"].AsNumber) is not { } replicas)
            {
                return null;
            }

            proxies += (long)replicas;
        }

        return proxies > 0 ? TokenBudget.Times(most, proxies) : null;
    }

    private static long? Timeout(Field rule, IReadOnlyList<Resource> policies) =>
        policies.Select(policy => policy["spec.timeout.http.requestTimeout"]).Append(rule["timeouts.request"]).Select(field => Duration(field.AsText)).Aggregate((long?)null, TokenBudget.Least);

    private static long? Duration(string? text) => text is not null && DurationText().Match(text) is { Success: true } match && long.TryParse(match.Groups["number"].ValueSpan, out var number)
        ? number * match.Groups["unit"].Value switch { "h" => 3600, "m" => 60, _ => 1 } : null;

    private long? Choices(Resource route, Field rule, IEnumerable<long?> servers)
    {
        var backends = rule["backendRefs"].Items.Select(reference => reference["name"].AsText is { } name && (reference["namespace"].AsText ?? GatewayRoutes.Key(route)?.Namespace) is { } space ? this.servers[(space, name)].FirstOrDefault() : null).ToList();
        var set = backends.Select(backend => backend?["spec.bodyMutation.set"].Items.FirstOrDefault(one => one["path"].AsText == "n") is { } one && one["value"].AsNumber is { } number ? (long?)number : null).ToList();
        return set.Count > 0 && set.All(number => number is not null) ? set.Max() : Bound(servers);
    }

    private static long? Bound(IEnumerable<long?> values) => values.ToList() is { Count: > 0 } list && list.All(value => value is not null) ? list.Max() : null;

    private static long? Sum(IEnumerable<long?> values) => values.ToList() is { Count: > 0 } list && list.All(value => value is not null) ? list.Sum() : null;

    [GeneratedRegex(@"^(?<number>\d{1,9})(?<unit>h|m|s)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DurationText();
}
