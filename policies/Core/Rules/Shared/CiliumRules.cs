using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Tells which features the policies of Cilium use.</summary>
internal static class CiliumRules
{
    public const string Policy = "kubernetes:cilium.io/v2:CiliumNetworkPolicy";
    public const string Clusterwide = "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy";

    /// <summary>Whether it names hosts.</summary>
    public static bool HasNames(Resource policy) => Rules(policy).Any(rule => !rule["toFQDNs"].IsAbsent);

    /// <summary>Whether it judges requests of HTTP.</summary>
    public static bool HasHttp(Resource policy) => Rules(policy).SelectMany(rule => rule["toPorts"].Items).Any(port => !port["rules.http"].IsAbsent);

    private static IEnumerable<Field> Rules(Resource policy) => (policy["specs"].IsAbsent ? [policy["spec"]] : policy["specs"].Items).SelectMany(spec => spec["egress"].Items.Concat(spec["ingress"].Items));
}
