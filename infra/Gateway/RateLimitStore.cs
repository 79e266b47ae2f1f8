using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>Counts requests and tokens of the tenants, in memory. It speaks TLS only, knows its one caller by a certificate, and by a password where the stack gives one.</summary>
public sealed class RateLimitStore : ComponentResource
{
    /// <summary>Its name.</summary>
    public const string Name = "rate-limit-store";

    /// <summary>Its port.</summary>
    public const int Port = 6379;

    private readonly WorkloadScope scope;

    /// <summary>Makes the store.</summary>
    public RateLimitStore(string name, GatewayRuntimeArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:gateway:RateLimitStore", name, options)
    {
        this.scope = args.Scope;
        var inside = new CustomResourceOptions { Parent = this };
        const string home = WorkloadAccounts.GatewayNamespace;
        var certificate = args.Authority.Issue(home, Name, $"{Name}.{home}.svc.cluster.local", CertificateUse.Server, inside);
        _ = new ServiceAccount(name, new ServiceAccountArgs { Metadata = this.scope.AccountMeta(new(home, Name)), AutomountServiceAccountToken = false }, inside);
        VaultCertificate.Mount(this.scope, new(home, Name), Name, ["llm-tls", "tools-tls", "gateway-client"], inside);
        _ = new ConfigMap(name, new ConfigMapArgs { Metadata = this.scope.Meta(Name, home), Data = { ["redis.conf"] = this.Configuration() }, Immutable = true }, inside);
        if (this.scope.Settings.RateLimitPassword is { } password)
        {
            _ = Password($"{name}-server", this.scope.Meta("rate-limit-password", home), "auth.conf", password.Reveal().Apply(text => $"requirepass {text}\n"), inside);
            _ = Password($"{name}-client", this.scope.Meta("rate-limit-password", GatewayNames.EnvoySystem), "password", password.Reveal(), inside);
        }

        _ = new Pulumi.Kubernetes.Apps.V1.Deployment(name, new DeploymentArgs
        {
            Metadata = this.scope.Meta(Name, home),
            Spec = new DeploymentSpecArgs
            {
                Replicas = 1,
                RevisionHistoryLimit = 3,
                Strategy = new DeploymentStrategyArgs { Type = "Recreate" },
                Selector = new LabelSelectorArgs { MatchLabels = { ["app.kubernetes.io/name"] = Name } },
                Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = this.scope.Labels(Name) }, Spec = this.Pod() },
            },
        }, new() { Parent = this, DependsOn = { certificate } });
        _ = new Service(name, new ServiceArgs
        {
            Metadata = this.scope.Meta(Name, home),
            Spec = new ServiceSpecArgs { Type = "ClusterIP", Selector = { ["app.kubernetes.io/name"] = Name }, Ports = { new ServicePortArgs { Name = "redis-tls", Port = Port, TargetPort = "redis-tls", Protocol = "TCP" } } },
        }, inside);
        Flows.Allow(this.scope, home, Name, new() { ["app.kubernetes.io/name"] = Name }, [Flows.Tcp(Flows.App(GatewayNames.EnvoySystem, "envoy-ratelimit"), Port)], [], inside);
        this.RegisterOutputs();
    }

    private static Secret Password(string name, ObjectMetaArgs meta, string key, Output<string> value, CustomResourceOptions options) =>
        new(name, new SecretArgs { Metadata = meta, Type = "Opaque", StringData = { [key] = value }, Immutable = true }, options);

    private string Configuration() => $"""
        port 0
        tls-port {Port}
        tls-cert-file /tls/tls.crt
        tls-key-file /tls/tls.key
        tls-ca-cert-file /authority/ca.crt
        tls-auth-clients yes
        tls-protocols "TLSv1.2 TLSv1.3"
        save ""
        appendonly no
        dir /tmp
        maxmemory 192mb
        maxmemory-policy noeviction
        {(this.scope.Settings.RateLimitPassword is null ? "" : "include /auth/auth.conf")}
        """;

    private PodSpecArgs Pod()
    {
        var pod = Pods.Hardened(Name, "edge");
        pod.PriorityClassName = "llmops-gateway";
        var redis = Pods.Container("redis", this.scope.Image("redis"), "250m", "256Mi");
        redis.Command = ["redis-server"];
        redis.Args = ["/etc/redis/redis.conf"];
        redis.Ports = [Pods.Port("redis-tls", Port)];
        redis.ReadinessProbe = Pods.Tcp(Port);
        redis.LivenessProbe = Pods.Tcp(Port);
        redis.VolumeMounts = [Pods.Mount("config", "/etc/redis"), Pods.Mount("tls", "/tls"), Pods.Mount("authority", "/authority"), Pods.Mount("tmp", "/tmp", readOnly: false)];
        pod.Volumes = [Pods.Config("config", Name), VaultCertificate.Volume(this.scope, "tls", Name), Pods.Config("authority", CertificateAuthority.Published), Pods.Scratch("tmp", "64Mi")];
        if (this.scope.Settings.RateLimitPassword is not null)
        {
            redis.VolumeMounts.Add(Pods.Mount("auth", "/auth"));
            pod.Volumes.Add(new VolumeArgs { Name = "auth", Secret = new SecretVolumeSourceArgs { SecretName = "rate-limit-password", DefaultMode = 288 } });
        }

        pod.Containers = [redis];
        return pod;
    }
}
