using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Registry;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>
/// Envoy Gateway and Envoy AI Gateway from charts pinned by digest. Limits that cannot be counted are refused, raw Envoy patches and scripts are off, and
/// the control planes speak to nothing but each other and the API server.
/// </summary>
public sealed class GatewayRuntime : ComponentResource
{
    /// <summary>Makes the control planes.</summary>
    public GatewayRuntime(string name, GatewayRuntimeArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:gateway:GatewayRuntime", name, options)
    {
        var scope = args.Scope;
        var envoy = new SecureNamespace(GatewayNames.EnvoySystem, new() { Scope = scope, Role = NamespaceRole.Gateway, Pods = 40, Cpus = 60, MemoryGiB = 80, LoadBalancers = 2 }, new() { Parent = this });
        var ai = new SecureNamespace(GatewayNames.AiSystem, new() { Scope = scope, Role = NamespaceRole.Gateway, Pods = 6, Cpus = 6, MemoryGiB = 8 }, new() { Parent = this });
        if (scope.Settings.ManifestFolder is null)
        {
            var limits = args.Authority.Issue(GatewayNames.EnvoySystem, "rate-limit-client", "rate-limit.envoy-gateway-system", CertificateUse.Client, new() { Parent = this, DependsOn = { envoy } });
            var gateway = new Release(name + "-envoy", Chart(scope, "envoy-gateway-chart", "envoy-gateway", GatewayNames.EnvoySystem, GatewayValues.EnvoyGateway(scope)), new() { Parent = this, DependsOn = { envoy, limits } });
            _ = new Release(name + "-ai", Chart(scope, "ai-gateway-chart", "ai-gateway", GatewayNames.AiSystem, GatewayValues.AiGateway(scope)), new() { Parent = this, DependsOn = { ai, gateway } });
        }
        else
        {
            Log.Warn($"A chart cannot be rendered: install {Reference(scope, "envoy-gateway-chart")} and {Reference(scope, "ai-gateway-chart")} by your own means, and the secret {GatewayNames.EnvoySystem}/rate-limit-client.", this);
        }

        ControlPlaneFlows(scope, new() { Parent = this, DependsOn = { envoy, ai } });
        this.RegisterOutputs();
    }

    private static ReleaseArgs Chart(WorkloadScope scope, string chart, string release, string inNamespace, InputMap<object> values)
    {
        var image = Images.Of(scope.Settings, chart);
        return new()
        {
            Name = release,
            Namespace = inNamespace,
            Chart = Reference(scope, chart), // gateway-charts-are-pinned
            Version = image.Version,
            CreateNamespace = false,
            Atomic = true,
            Timeout = 600,
            Values = values,
        };
    }

    private static string Reference(WorkloadScope scope, string chart)
    {
        var image = Images.Of(scope.Settings, chart);
        return $"oci://{scope.Registry}/{image.Repository}@{image.Digest}";
    }

    private static void ControlPlaneFlows(WorkloadScope scope, CustomResourceOptions options)
    {
        var plan = new AddressPlan(scope.Settings.Network);
        var apiServer = Flows.Tcp(Flows.Range(plan["api-server"]), 443);
        var controller = Labels("envoy-gateway");
        var extension = Labels("ai-gateway-helm");
        var rateLimit = Labels("envoy-ratelimit");
        var anyEnvoy = Flows.Pods(GatewayNames.EnvoySystem, []);
        foreach (var inNamespace in new[] { GatewayNames.EnvoySystem, GatewayNames.AiSystem })
        {
            Flows.AllowDns(scope, inNamespace, [], "dns", options);
        }

        Flows.Allow(scope, GatewayNames.EnvoySystem, "controller", controller,
            [Flows.Rule(anyEnvoy, ("TCP", 18000), ("TCP", 18001), ("TCP", 18002)), Flows.Tcp(Flows.Range(plan["api-server"]), 9443)],
            [apiServer, Flows.Tcp(Flows.Pods(GatewayNames.AiSystem, extension), 1063)], options);
        Flows.Allow(scope, GatewayNames.EnvoySystem, "rate-limit", rateLimit,
            [Flows.Tcp(anyEnvoy, 8081)],
            [Flows.Tcp(Flows.Pods(GatewayNames.EnvoySystem, controller), 18001), Flows.Tcp(Flows.App(Identity.WorkloadAccounts.GatewayNamespace, RateLimitStore.Name), RateLimitStore.Port)], options);
        Flows.Allow(scope, GatewayNames.AiSystem, "controller", extension,
            [Flows.Tcp(Flows.Pods(GatewayNames.EnvoySystem, controller), 1063), Flows.Tcp(Flows.Range(plan["api-server"]), 9443)],
            [apiServer], options);
    }

    private static InputMap<string> Labels(string app) => new() { ["app.kubernetes.io/name"] = app };
}
