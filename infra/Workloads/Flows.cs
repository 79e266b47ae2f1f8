using System.Net;
using Pulumi;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>Network policies: every namespace denies everything, and each flow that is needed is allowed by name, by its two ends and its port.</summary>
internal static class Flows
{
    public static NetworkPolicyPeerArgs App(string inNamespace, string app) => Pods(inNamespace, new() { ["app.kubernetes.io/name"] = app });

    public static NetworkPolicyPeerArgs Pods(string inNamespace, InputMap<string> labels) => new()
    {
        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { ["kubernetes.io/metadata.name"] = inNamespace } },
        PodSelector = new LabelSelectorArgs { MatchLabels = labels },
    };

    public static NetworkPolicyPeerArgs Range(IPNetwork range) => new() { IpBlock = new IPBlockArgs { Cidr = range.ToString() } };

    /// <summary>Denies everything in both directions to all pods of a namespace.</summary>
    public static void DenyAll(WorkloadScope scope, string inNamespace, CustomResourceOptions options) =>
        _ = new NetworkPolicy($"{inNamespace}-default-deny", new NetworkPolicyArgs
        {
            Metadata = scope.Meta("default-deny", inNamespace),
            Spec = new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs(), PolicyTypes = { "Ingress", "Egress" } }, // network-namespaces-deny-by-default network-egress-is-denied-by-default
        }, options);

    /// <summary>Allows the cluster's resolver to an app.</summary>
    public static void AllowDns(WorkloadScope scope, string inNamespace, InputMap<string> pods, string name, CustomResourceOptions options) =>
        Allow(scope, inNamespace, name, pods, [], [Rule(Pods("kube-system", new() { ["k8s-app"] = "kube-dns" }), ("UDP", 53), ("TCP", 53))], options);

    /// <summary>Allows an app what it receives and what it sends.</summary>
    public static void Allow(WorkloadScope scope, string inNamespace, string name, InputMap<string> pods, (NetworkPolicyPeerArgs[] Peers, (string Protocol, int Port)[] Ports)[] from, (NetworkPolicyPeerArgs[] Peers, (string Protocol, int Port)[] Ports)[] to, CustomResourceOptions options)
    {
        var spec = new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs { MatchLabels = pods } };
        if (from.Length > 0)
        {
            spec.PolicyTypes.Add("Ingress");
            spec.Ingress = [.. from.Select(rule => new NetworkPolicyIngressRuleArgs { From = [.. rule.Peers], Ports = [.. rule.Ports.Select(Port)] })];
        }

        if (to.Length > 0)
        {
            spec.PolicyTypes.Add("Egress");
            spec.Egress = [.. to.Select(rule => new NetworkPolicyEgressRuleArgs { To = [.. rule.Peers], Ports = [.. rule.Ports.Select(Port)] })];
        }

        _ = new NetworkPolicy($"{inNamespace}-{name}", new NetworkPolicyArgs { Metadata = scope.Meta(name, inNamespace), Spec = spec }, options);
    }

    public static (NetworkPolicyPeerArgs[] Peers, (string Protocol, int Port)[] Ports) Rule(NetworkPolicyPeerArgs peer, params (string Protocol, int Port)[] ports) => ([peer], ports);

    public static (NetworkPolicyPeerArgs[] Peers, (string Protocol, int Port)[] Ports) Tcp(NetworkPolicyPeerArgs peer, int port) => ([peer], [("TCP", port)]);

    private static NetworkPolicyPortArgs Port((string Protocol, int Port) port) => new() { Protocol = port.Protocol, Port = port.Port };
}
