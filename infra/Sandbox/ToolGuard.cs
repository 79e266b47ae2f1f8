using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Gateway;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Serving;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>The guard before the tool servers of a class: the limits that a route of tools does not have, in a namespace of its own, because sandboxes hold no keys.</summary>
public sealed class ToolGuard : ComponentResource
{
    /// <summary>Its name in each class's edge namespace.</summary>
    public const string Name = "guard";

    /// <summary>Makes the guard.</summary>
    public ToolGuard(string name, ToolSandboxArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:sandbox:ToolGuard", name, options)
    {
        var (scope, sandbox) = (args.Scope, args.Sandbox);
        var home = WorkloadAccounts.EdgeNamespace(sandbox);
        var inside = new CustomResourceOptions { Parent = this };
        var certificate = args.Authority.Issue(home, "guard-tls", HostOf(sandbox), CertificateUse.Server, inside);
        VaultCertificate.Mount(scope, new(home, Name), "guard-tls", [], inside);
        new ProxyWorkload(scope, home, Name, GuardConfiguration.Port, new Dictionary<string, string>(StringComparer.Ordinal) { ["haproxy.cfg"] = Configuration(scope.Settings, sandbox).ToString() })
        {
            Containers = [Container(scope)],
            Volumes = [VaultCertificate.Volume(scope, "guard-tls", "guard-tls"), Pods.Config("authority", CertificateAuthority.Published)],
        }.Create(new() { Parent = this, DependsOn = { certificate } });
        Flows.Allow(scope, home, Name, new() { ["app.kubernetes.io/name"] = Name },
            [Flows.Tcp(GatewayNames.Proxies(GatewayNames.Tools), GuardConfiguration.Port)],
            [Flows.Tcp(Flows.Pods(WorkloadAccounts.SandboxNamespace(sandbox), new() { ["llmops/sandbox"] = sandbox.Name }), ToolSandbox.Port)], inside);
        NamedHosts.Allow(scope, home, "guard-names", "app.kubernetes.io/name", Name, [], [ServerHost(sandbox)], inside);
        this.RegisterOutputs();
    }

    /// <summary>The host name of a class's guard.</summary>
    public static string HostOf(SandboxSettings sandbox) => $"{Name}.{WorkloadAccounts.EdgeNamespace(sandbox)}.svc.cluster.local";

    private static string ServerHost(SandboxSettings sandbox) => $"{sandbox.Name}.{WorkloadAccounts.SandboxNamespace(sandbox)}.svc.cluster.local";

    private static GuardConfiguration Configuration(StackSettings settings, SandboxSettings sandbox)
    {
        var tenants = settings.Tenants.Where(tenant => sandbox.Tenants.Contains(tenant.Name)).ToList();
        var places = sandbox.Replicas * 8;
        return new()
        {
            Server = $"{ServerHost(sandbox)}:{ToolSandbox.Port}",
            Calls = [("POST", "/mcp"), ("GET", "/mcp"), ("DELETE", "/mcp")],
            Tenants = [.. tenants.Select(tenant => new TenantLimit(tenant.ClientId, Part(tenant.RequestsPerMinute), Math.Max(1, places / tenants.Count), TenantLimit.MostBytes))],
            WithoutTenant = ("DELETE", new("gateway", Part(tenants.Sum(tenant => tenant.RequestsPerMinute)), places, TenantLimit.MostBytes)), // it ends sessions itself
            Concurrency = places,
            BodyBytes = settings.Gateway.BodyKiB * 1024,
            TimeoutSeconds = Math.Min(sandbox.LifetimeSeconds, settings.Gateway.TimeoutSeconds),
        };
    }

    // Each replica has its part of a limit, so that all of them never let through more.
    private static int Part(int requestsPerMinute) => Math.Max(1, requestsPerMinute / ProxyWorkload.Replicas);

    private static ContainerArgs Container(WorkloadScope scope)
    {
        var guard = Pods.Container("guard", scope.Image("haproxy"), "250m", "256Mi");
        guard.Command = ["haproxy"];
        guard.Args = ["-W", "-db", "-f", "/etc/guard/haproxy.cfg"];
        guard.Ports = [Pods.Port("https", GuardConfiguration.Port), Pods.Port("health", GuardConfiguration.HealthPort)];
        guard.ReadinessProbe = Pods.Http("/ready", GuardConfiguration.HealthPort);
        guard.LivenessProbe = Pods.Tcp(GuardConfiguration.HealthPort);
        guard.VolumeMounts = [Pods.Mount("config", "/etc/guard"), Pods.Mount("guard-tls", "/etc/guard-tls"), Pods.Mount("authority", "/etc/authority")];
        return guard;
    }
}
