using System.Collections.Concurrent;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The gateways of a stack, and its policies by what they are about. Read once.</summary>
internal sealed class GatewayTargets(Stack stack)
{
    private readonly ILookup<(string Namespace, string Name)?, Resource> gateways = stack.OfType(KubernetesTypes.Gateway).ToLookup(GatewayRoutes.Key);
    private readonly ConcurrentDictionary<string, ILookup<(string Kind, string Namespace, string Name), Resource>> policies = new(StringComparer.Ordinal);

    public static GatewayTargets Of(Stack stack) => stack.Once(static one => new GatewayTargets(one));

    /// <summary>The gateways of the stack that a route is attached to.</summary>
    public IEnumerable<Resource> GatewaysOf(Resource route) => GatewayRoutes.Gateways(route).Distinct().SelectMany(key => this.gateways[key]);

    /// <summary>The policies of a type that are about an object; those about routes of models are about the routes that come of them.</summary>
    public IEnumerable<Resource> On(string type, string kind, (string Namespace, string Name) target) => this.policies.GetOrAdd(type, this.Read)[(kind, target.Namespace, target.Name)];

    private ILookup<(string Kind, string Namespace, string Name), Resource> Read(string type) => stack.OfType(type)
        .SelectMany(policy => Targets(policy).Distinct().Select(target => (Target: target, Policy: policy))).ToLookup(one => one.Target, one => one.Policy);

    private static IEnumerable<(string Kind, string Namespace, string Name)> Targets(Resource policy) => GatewayRoutes.Key(policy) is not { } key ? []
        : policy["spec.targetRefs"].Items.Append(policy["spec.targetRef"]).Where(reference => reference["kind"].AsText is not null && reference["name"].AsText is not null)
            .Select(reference => (reference["kind"].AsText == "AIGatewayRoute" ? "HTTPRoute" : reference["kind"].AsText!, key.Namespace, reference["name"].AsText!));
}
