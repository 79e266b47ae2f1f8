using System.Globalization;
using LlmOpsSecure.Infra.Configuration;
using Pulumi;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>Lets an app reach hosts by name, and resolve those names and no others: a resolver that answers any name carries data out.</summary>
internal static class NamedHosts
{
    private static readonly CiliumSelector Resolver = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["k8s-app"] = "kube-dns", ["io.kubernetes.pod.namespace"] = "kube-system" });

    /// <summary>Allows the app the hosts, and the names of services in the cluster that it also needs.</summary>
    public static void Allow(WorkloadScope scope, string inNamespace, string name, string label, string app, IReadOnlyList<EgressRule> hosts, IReadOnlyList<string> services, CustomResourceOptions options)
    {
        var names = hosts.Select(rule => rule.Host).Concat(services).Distinct(StringComparer.Ordinal).Select(CiliumName.Of).ToList();
        var egress = hosts.GroupBy(rule => rule.Port)
            .Select(group => new CiliumEgress([new([new(group.Key.ToString(CultureInfo.InvariantCulture), "TCP")])], ToFqdns: [.. group.Select(rule => CiliumName.Of(rule.Host))])) // sandbox-egress-names-hosts
            .Prepend(new CiliumEgress([new([new("53", "ANY")], new(names))], ToEndpoints: [Resolver])); // sandbox-names-are-limited
        _ = new CustomObject<CiliumNetworkPolicySpec>($"{inNamespace}-{name}", scope.Meta(name, inNamespace), new(new(new Dictionary<string, string>(StringComparer.Ordinal) { [label] = app }), [.. egress]), options);
    }
}
