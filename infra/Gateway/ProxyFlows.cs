using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>What the proxies of a gateway may receive and send: clients, their control plane, the limits, the issuer's keys, and what is behind them.</summary>
internal static class ProxyFlows
{
    // Envoy Gateway moves privileged ports up by 10000 in the pods.
    private const int ListenerPort = 10443;

    public static void Allow(WorkloadScope scope, string gateway, (NetworkPolicyPeerArgs[] Peers, (string Protocol, int Port)[] Ports)[] behind, CustomResourceOptions options)
    {
        const string label = "gateway.envoyproxy.io/owning-gateway-name";
        const string home = GatewayNames.EnvoySystem;
        var controller = Flows.App(home, "envoy-gateway");
        Flows.Allow(scope, home, $"{gateway}-proxies", new() { [label] = gateway },
            [.. scope.Settings.Network.ClientRanges.Select(range => Flows.Tcp(Flows.Range(range), ListenerPort))],
            [Flows.Rule(controller, ("TCP", 18000), ("TCP", 18002)), Flows.Tcp(Flows.App(home, "envoy-ratelimit"), 8081), .. behind], options);
        var issuer = new Uri(scope.Settings.Gateway.JwksUri);
        NamedHosts.Allow(scope, home, $"{gateway}-issuer", label, gateway, [new(issuer.Host, issuer.Port)], ["*.svc.cluster.local"], options);
    }
}
