using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>The values of the two charts.</summary>
internal static class GatewayValues
{
    private static readonly Dictionary<string, object> Container = new(StringComparer.Ordinal)
    {
        ["allowPrivilegeEscalation"] = false,
        ["readOnlyRootFilesystem"] = true,
        ["runAsNonRoot"] = true,
        ["capabilities"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["drop"] = new[] { "ALL" } },
        ["seccompProfile"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["type"] = "RuntimeDefault" },
    };

    public static InputMap<object> EnvoyGateway(WorkloadScope scope) => new()
    {
        ["global"] = Map(("images", Map(
            ("envoyGateway", Map(("image", scope.Image("envoy-gateway")))),
            ("ratelimit", Map(("image", scope.Image("envoy-ratelimit"))))))),
        ["deployment"] = Map(
            ("replicas", 2),
            ("pod", Map(("nodeSelector", Map((Cluster.NodePools.PoolLabel, "edge"))))),
            ("envoyGateway", Map(("securityContext", Container)))),
        ["config"] = Map(("envoyGateway", Map(
            ("gateway", Map(("controllerName", "gateway.envoyproxy.io/gatewayclass-controller"))),
            ("logging", Map(("level", Map(("default", "info"))))),
            ("rateLimit", Map(
                ("failClosed", true), // gateway-limits-fail-closed
                ("backend", Map(("type", "Redis"), ("redis", Map(
                    ("url", $"{RateLimitStore.Name}.{WorkloadAccounts.GatewayNamespace}.svc.cluster.local:{RateLimitStore.Port}"),
                    ("tls", Map(("certificateRef", Map(("name", "rate-limit-client"))))))))))),
            ("provider", Map(("type", "Kubernetes"), ("kubernetes", Map(("rateLimitDeployment", RateLimit(scope)))))),
            ("extensionApis", Map(("enableBackend", true), ("enableEnvoyPatchPolicy", false))), // gateway-raw-patches-are-off
            ("extensionManager", Extension())))),
    };

    public static InputMap<object> AiGateway(WorkloadScope scope) => new()
    {
        ["controller"] = Map(
            ("image", Repository(scope, "ai-gateway-controller")),
            ("replicaCount", 2),
            ("nodeSelector", Map((Cluster.NodePools.PoolLabel, "edge"))),
            ("securityContext", Container)),
        ["extProc"] = Map(
            ("image", Repository(scope, "ai-gateway-extproc")),
            ("enableRedaction", true), // gateway-prompts-are-redacted
            ("extraEnvVars", new[] { Map(("name", "OPENINFERENCE_HIDE_INPUTS"), ("value", "true")), Map(("name", "OPENINFERENCE_HIDE_OUTPUTS"), ("value", "true")) })),
    };

    private static Dictionary<string, object> RateLimit(WorkloadScope scope)
    {
        var variables = new List<object>
        {
            Map(("name", "REDIS_TLS_CACERT"), ("value", "/redis-certs/ca.crt")),
        };
        if (scope.Settings.RateLimitPassword is not null)
        {
            variables.Add(Map(("name", "REDIS_AUTH"), ("valueFrom", Map(("secretKeyRef", Map(("name", "rate-limit-password"), ("key", "password")))))));
        }

        return Map(
            ("replicas", 2),
            ("pod", Map(("nodeSelector", Map((Cluster.NodePools.PoolLabel, "edge"))))),
            ("container", Map(("image", scope.Image("envoy-ratelimit")), ("securityContext", Container), ("env", variables.ToArray()))));
    }

    private static Dictionary<string, object> Extension() => Map(
        ("failOpen", false),
        ("hooks", Map(("xdsTranslator", Map(
            ("translation", Map(("listener", Map(("includeAll", true))), ("route", Map(("includeAll", true))), ("cluster", Map(("includeAll", true))), ("secret", Map(("includeAll", true))))),
            ("post", new[] { "Translation", "Cluster", "Route" }))))),
        ("service", Map(("fqdn", Map(("hostname", $"ai-gateway-controller.{GatewayNames.AiSystem}.svc.cluster.local"), ("port", 1063))))));

    private static Dictionary<string, object> Repository(WorkloadScope scope, string name)
    {
        var image = Registry.Images.Of(scope.Settings, name);
        return Map(("repository", $"{scope.Registry}/{image.Repository}"), ("tag", $"{image.Version}@{image.Digest}"));
    }

    private static Dictionary<string, object> Map(params (string Key, object Value)[] members) => members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
}
