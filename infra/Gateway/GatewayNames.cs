using LlmOpsSecure.Infra.Workloads;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>The names by which gateways, routes and flows find each other.</summary>
public static class GatewayNames
{
    /// <summary>The gateway of the models.</summary>
    public const string Models = "llm";

    /// <summary>The gateway of the tools.</summary>
    public const string Tools = "tools";

    /// <summary>Where Envoy Gateway runs, with the proxies that it makes.</summary>
    public const string EnvoySystem = "envoy-gateway-system";

    /// <summary>Where Envoy AI Gateway runs.</summary>
    public const string AiSystem = "envoy-ai-gateway-system";

    /// <summary>The header that carries the tenant, from a verified claim.</summary>
    public const string TenantHeader = "x-tenant-id";

    /// <summary>The header that carries the model, from the request's body.</summary>
    public const string ModelHeader = "x-ai-eg-model";

    /// <summary>The proxies of a gateway, as the end of a flow.</summary>
    internal static NetworkPolicyPeerArgs Proxies(string gateway) => Flows.Pods(EnvoySystem, new() { ["gateway.envoyproxy.io/owning-gateway-name"] = gateway });
}
