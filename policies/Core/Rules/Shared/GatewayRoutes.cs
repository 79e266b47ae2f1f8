using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The routes of an AI gateway with the policies that hold on them: those of the route itself, else those of the gateways that it is attached to.</summary>
internal static class GatewayRoutes
{
    public const string AiRoute = "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute";
    public const string ToolRoute = "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute";
    public const string AiBackend = "kubernetes:aigateway.envoyproxy.io/v1beta1:AIServiceBackend";
    public const string GatewayConfig = "kubernetes:aigateway.envoyproxy.io/v1beta1:GatewayConfig";
    public const string QuotaPolicy = "kubernetes:aigateway.envoyproxy.io/v1alpha1:QuotaPolicy";
    public const string SecurityPolicy = "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy";
    public const string TrafficPolicy = "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy";
    public const string ClientPolicy = "kubernetes:gateway.envoyproxy.io/v1alpha1:ClientTrafficPolicy";
    public const string ExtensionPolicy = "kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyExtensionPolicy";
    public const string PatchPolicy = "kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyPatchPolicy";
    public const string Proxy = "kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyProxy";
    public const string Backend = "kubernetes:gateway.envoyproxy.io/v1alpha1:Backend";
    public const string BackendTls = "kubernetes:gateway.networking.k8s.io/v1:BackendTLSPolicy";
    public const string Release = "kubernetes:helm.sh/v3:Release";

    /// <summary>Namespace and name of an object; null where they are not known.</summary>
    public static (string Namespace, string Name)? Key(Resource item) =>
        item["metadata.namespace"].IsUnknown || item["metadata.name"].IsUnknown ? null : (item["metadata.namespace"].AsText ?? "default", item["metadata.name"].AsText ?? item.Name);

    /// <summary>The gateways that a route is attached to.</summary>
    public static IEnumerable<(string Namespace, string Name)> Gateways(Resource route) => route["spec.parentRefs"].Items
        .Where(parent => parent["kind"].AsText is null or "Gateway" && parent["name"].AsText is not null)
        .Select(parent => (parent["namespace"].AsText ?? Key(route)?.Namespace ?? "default", parent["name"].AsText!));

    /// <summary>The policies of a type that hold on a route: its own, which replace those of its gateways unless they merge.</summary>
    public static IReadOnlyList<Resource> On(this Stack stack, Resource route, string type)
    {
        var targets = GatewayTargets.Of(stack);
        var own = Key(route) is { } key ? targets.On(type, "HTTPRoute", key).ToList() : [];
        return own.Count > 0 && own.All(policy => policy["spec.mergeType"].IsAbsent) ? own
            : [.. own, .. Gateways(route).SelectMany(gateway => targets.On(type, "Gateway", gateway)).Distinct()];
    }

    /// <summary>Each route of models must have a policy that satisfies the predicate. Where neither policy nor gateway is in the stack, another stack has them.</summary>
    public static IEnumerable<Finding> EachRouteMustHave(this Stack stack, string type, string expectation, Func<Resource, Resource, bool> holds, Func<Resource, bool>? otherwise = null, Func<Resource, bool>? unknown = null)
    {
        foreach (var route in stack.OfType(AiRoute))
        {
            var policies = stack.On(route, type);
            if (policies.Any(policy => holds(route, policy)) || otherwise?.Invoke(route) == true)
            {
                continue;
            }

            yield return policies.Any(policy => policy["spec"].IsUnknown || unknown?.Invoke(policy) == true) || (policies.Count == 0 && !GatewayTargets.Of(stack).GatewaysOf(route).Any()) || Key(route) is null || route["spec"].IsUnknown
                ? new Undetermined(route.Urn, route.Root.Path, $"the route must {expectation}, but its gateway is not in this stack or not known before deployment")
                : new Violation(route.Urn, route.Root.Path, $"the route must {expectation}, but no policy on it or on its gateway does that");
        }
    }

    /// <summary>The rules of the global rate limits of a policy.</summary>
    public static IEnumerable<Field> Limits(Resource policy) => policy["spec.rateLimit.global.rules"].Items;

    /// <summary>Whether a rule counts for each caller by itself.</summary>
    public static bool IsPerCaller(Field rule) => rule["clientSelectors"].Items.Any(selector => selector["headers"].Items.Any() || !selector["sourceCIDR"].IsAbsent || selector["jwt"].Items.Any());

    /// <summary>Whether a rule counts tokens.</summary>
    public static bool CountsTokens(Field rule) => rule["cost.response.from"].AsText == "Metadata";
}
