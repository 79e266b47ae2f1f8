using System.Text.Json.Serialization;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>Cilium: a network policy that knows host names.</summary>
internal sealed record CiliumNetworkPolicySpec(CiliumSelector EndpointSelector, IReadOnlyList<CiliumEgress> Egress) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "cilium.io/v2";

    static string ICustomSpec.Kind => "CiliumNetworkPolicy";
}

/// <summary>Cilium: what no pod of the cluster may reach, whatever else allows it.</summary>
internal sealed record CiliumClusterwideNetworkPolicySpec(CiliumSelector EndpointSelector, IReadOnlyList<CiliumDeny> EgressDeny) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "cilium.io/v2";

    static string ICustomSpec.Kind => "CiliumClusterwideNetworkPolicy";
}

/// <summary>Ranges that are denied.</summary>
internal sealed record CiliumDeny([property: JsonPropertyName("toCIDR")] IReadOnlyList<string> ToCidr);

/// <summary>Pods by labels.</summary>
internal sealed record CiliumSelector(IReadOnlyDictionary<string, string>? MatchLabels = null, IReadOnlyList<CiliumExpression>? MatchExpressions = null);

/// <summary>A condition on a label.</summary>
internal sealed record CiliumExpression(string Key, string Operator, IReadOnlyList<string> Values);

/// <summary>A flow that is allowed.</summary>
internal sealed record CiliumEgress(IReadOnlyList<CiliumPorts> ToPorts, IReadOnlyList<CiliumSelector>? ToEndpoints = null, [property: JsonPropertyName("toFQDNs")] IReadOnlyList<CiliumName>? ToFqdns = null);

/// <summary>Its ports, with the names that may be resolved.</summary>
internal sealed record CiliumPorts(IReadOnlyList<CiliumPort> Ports, CiliumRules? Rules = null);

/// <summary>A port.</summary>
internal sealed record CiliumPort(string Port, string Protocol);

/// <summary>Rules of an application protocol.</summary>
internal sealed record CiliumRules(IReadOnlyList<CiliumName> Dns);

/// <summary>A host name, exact or with a wildcard.</summary>
internal sealed record CiliumName(string? MatchName = null, string? MatchPattern = null)
{
    public static CiliumName Of(string host) => host.StartsWith("*.", StringComparison.Ordinal) ? new(MatchPattern: host) : new(host);
}
