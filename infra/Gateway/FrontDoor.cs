using System.Net;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>What both gateways have in common: the class with its proxies, a TLS listener on a private address, and what clients may send.</summary>
internal static class FrontDoor
{
    private static readonly EnvoyProxySpec.ContainerSecurity Locked = new(false, true, true, new(["ALL"]), new("RuntimeDefault"));

    public static EnvoyProxySpec.ContainerSecurity Security => Locked;

    /// <summary>A gateway of its own: class, proxies, listener and client limits.</summary>
    public static void Create(WorkloadScope scope, string name, string host, string routes, string clientCertificate, CustomResourceOptions options)
    {
        const string home = Identity.WorkloadAccounts.GatewayNamespace;
        _ = new CustomObject<EnvoyProxySpec>($"{name}-proxies", scope.Meta(name, home), Proxies(scope, clientCertificate), options);
        _ = new CustomObject<GatewayClassSpec>($"{name}-class", scope.Meta(name), new("gateway.envoyproxy.io/gatewayclass-controller", new("gateway.envoyproxy.io", "EnvoyProxy", name, home)), options);
        _ = new CustomObject<GatewayConfigSpec>($"{name}-processor", scope.Meta(name, home), Processor(scope), options);
        var meta = scope.Meta(name, home);
        meta.Annotations.Add("aigateway.envoyproxy.io/gateway-config", name);
        _ = new CustomObject<GatewaySpec>(name, meta, new(name,
        [
            new("https", "HTTPS", 443, host, new("Terminate", [new("", "Secret", $"{name}-tls")]), new(new("Selector", new(new Dictionary<string, string>(StringComparer.Ordinal) { ["llmops/routes"] = routes })))), // gateway-listeners-are-tls
        ]), options);
        _ = new CustomObject<ClientTrafficPolicySpec>($"{name}-clients", scope.Meta(name, home), Clients(name), options);
    }

    private static EnvoyProxySpec Proxies(WorkloadScope scope, string clientCertificate)
    {
        Dictionary<string, string> service = new(StringComparer.Ordinal)
        {
            ["service.beta.kubernetes.io/azure-load-balancer-internal"] = "true", // gateway-address-is-private
            ["service.beta.kubernetes.io/azure-load-balancer-internal-subnet"] = "edge",
        };
        return new(
            new("Kubernetes", new(
                new(scope.Settings.IsProduction ? 3 : 2, new(Map((Cluster.NodePools.PoolLabel, "edge")), "llmops-gateway", new(true, Pods.User, Pods.User, new("RuntimeDefault"))),
                    new(scope.Image("envoy"), Locked, new(Map(("cpu", "500m"), ("memory", "512Mi")), Map(("cpu", "2"), ("memory", "1Gi"), ("ephemeral-storage", "512Mi"))))),
                new(service, "Local", false, [.. scope.Settings.Network.ClientRanges.Select(range => range.ToString())]),
                new(1))),
            new(new([new(new("JSON", AccessLog), [new("File", new("/dev/stdout"))])])),
            new(new("", "Secret", clientCertificate, Identity.WorkloadAccounts.GatewayNamespace), "1.2")); // gateway-calls-models-with-a-certificate
    }

    // Neither bodies nor credentials: who, what, how much, how it ended.
    private static Dictionary<string, string> AccessLog => Map(
        ("time", "%START_TIME%"), ("tenant", "%REQ(X-TENANT-ID)%"), ("request", "%REQ(X-REQUEST-ID)%"), ("model", "%REQ(X-AI-EG-MODEL)%"), ("route", "%ROUTE_NAME%"), ("method", "%REQ(:METHOD)%"),
        ("path", "%REQ(:PATH)%"), ("status", "%RESPONSE_CODE%"), ("flags", "%RESPONSE_FLAGS%"), ("in", "%BYTES_RECEIVED%"), ("out", "%BYTES_SENT%"), ("ms", "%DURATION%"),
        ("tokens", "%DYNAMIC_METADATA(io.envoy.ai_gateway:llm_total_token)%"));

    private static GatewayConfigSpec Processor(WorkloadScope scope) => new(new(new(
        scope.Image("ai-gateway-extproc"),
        [new("OPENINFERENCE_HIDE_INPUTS", "true"), new("OPENINFERENCE_HIDE_OUTPUTS", "true")],
        new(Map(("cpu", "250m"), ("memory", "256Mi")), Map(("cpu", "1"), ("memory", "512Mi"))),
        Locked)));

    private static ClientTrafficPolicySpec Clients(string gateway) => new(
        [ObjectRef.Gateway(gateway)],
        new("1.2", ["h2", "http/1.1"]),                                                                                                   // gateway-tls-is-current
        new("RejectRequest", new([GatewayNames.TenantHeader, GatewayNames.ModelHeader, "x-ai-eg-mcp-backend", "x-ai-eg-mcp-route"]), "Generate"), // gateway-client-headers-are-stripped
        new("RejectRequest"),
        new(new()),
        new(new(2000), "64Ki"), // gateway-connections-are-bounded
        new(50, "64Ki", "1Mi"),
        new(new("30s", "300s")));

    private static Dictionary<string, string> Map(params (string Key, string Value)[] members) => members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
}
