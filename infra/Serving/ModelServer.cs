using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LlmOpsSecure.Infra.Cluster;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>
/// A model behind its guard: the pod checks every file of the weights before vLLM starts, vLLM listens on the loopback interface, the pod reaches nothing
/// but the guards of its own replicas, and the guard lets through only what the tenants' gateway may ask.
/// </summary>
public sealed class ModelServer : ComponentResource
{
    private readonly ModelServerArgs args;
    private readonly string key;

    /// <summary>Makes the server.</summary>
    public ModelServer(string name, ModelServerArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:serving:ModelServer", name, options)
    {
        (this.args, this.key) = (args, name);
        var guard = this.Guard().ToString();
        var manifest = new ModelManifest(args.Model);
        this.Account();
        this.Weights();
        this.Configuration("guard", "haproxy.cfg", guard);
        this.Configuration("manifest", "SHA256SUMS", manifest.Checksums, ("model.json", manifest.Json));
        var certificate = args.Authority.Issue(args.Namespace, $"{this.Name}-guard", this.Host, CertificateUse.Both, this.Inside());
        VaultCertificate.Mount(args.Scope, new(args.Namespace, this.Name), $"{this.Name}-guard", [], this.Inside());
        var workload = new ServerWorkload(args, this.Labels, Hash(guard + manifest.Json), manifest.Digest);
        workload.Create(this.key, this.Inside(certificate));
        _ = new Service(this.key, new ServiceArgs
        {
            Metadata = args.Scope.Meta(this.Name, args.Namespace),
            Spec = new ServiceSpecArgs { Type = "ClusterIP", Selector = this.Labels, Ports = { new ServicePortArgs { Name = "https", Port = GuardConfiguration.Port, TargetPort = "https", Protocol = "TCP" } } },
        }, this.Inside());
        Flows.Allow(args.Scope, args.Namespace, this.Name, new() { ["app.kubernetes.io/name"] = this.Name },
            [Flows.Tcp(Gateway.GatewayNames.Proxies(Gateway.GatewayNames.Models), GuardConfiguration.Port)], [], this.Inside()); // network-model-servers-answer-gateways-only
        this.Peers();
        this.RegisterOutputs();
    }

    // The replicas whose guards count together, by their host names; none where there is only one.
    private IReadOnlyList<string> Replicas => this.args.Model.MaxReplicas == 1 ? [] : [.. Enumerable.Range(0, this.args.Model.MaxReplicas).Select(index => string.Create(CultureInfo.InvariantCulture, $"{this.Name}-{index}"))];

    private string PeerHost(string replica) => HostOf(this.args.Namespace, $"{replica}-guard");

    private string Name => this.args.Model.Name;

    private string Host => HostOf(this.args.Namespace, this.Name);

    private InputMap<string> Labels => this.args.Scope.Labels(this.Name);

    /// <summary>The host name of a model's guard.</summary>
    public static string HostOf(string inNamespace, string model) => $"{model}.{inNamespace}.svc.cluster.local";

    private GuardConfiguration Guard() => new()
    {
        Server = $"127.0.0.1:{VllmArguments.Port}",
        HealthPath = "/health",
        Calls = [("POST", "/v1/chat/completions"), ("POST", "/v1/completions"), ("POST", "/v1/embeddings"), ("GET", "/v1/models")],
        Tenants = [.. this.args.Tenants.Select(tenant => TenantLimit.Of(tenant, this.args.Model.Sequences, this.args.Tenants.Count))],
        Peers = [.. this.Replicas.Select(replica => new GuardPeer(replica, $"{this.PeerHost(replica)}:{GuardConfiguration.PeerPort}"))],
        Concurrency = this.args.Model.Sequences,
        BodyBytes = this.args.Scope.Settings.Gateway.BodyKiB * 1024,
        TimeoutSeconds = this.args.Scope.Settings.Gateway.TimeoutSeconds,
    };

    // An address for each replica that outlives its pod, because a guard resolves the others once; and nothing but these is reached by a model's pod.
    private void Peers()
    {
        if (this.Replicas.Count == 0)
        {
            return;
        }

        foreach (var replica in this.Replicas)
        {
            _ = new Service($"{this.args.Namespace}-{replica}-guard", new ServiceArgs
            {
                Metadata = this.args.Scope.Meta($"{replica}-guard", this.args.Namespace, this.Name),
                Spec = new ServiceSpecArgs
                {
                    Type = "ClusterIP",
                    PublishNotReadyAddresses = true,
                    Selector = { ["statefulset.kubernetes.io/pod-name"] = replica },
                    Ports = { new ServicePortArgs { Name = "counts", Port = GuardConfiguration.PeerPort, TargetPort = "counts", Protocol = "TCP" } },
                },
            }, this.Inside());
        }

        var others = Flows.Tcp(Flows.App(this.args.Namespace, this.Name), GuardConfiguration.PeerPort);
        Flows.Allow(this.args.Scope, this.args.Namespace, $"{this.Name}-counts", new() { ["app.kubernetes.io/name"] = this.Name }, [others], [others], this.Inside());
        NamedHosts.Allow(this.args.Scope, this.args.Namespace, $"{this.Name}-names", "app.kubernetes.io/name", this.Name, [], [.. this.Replicas.Select(this.PeerHost)], this.Inside());
    }

    private void Account()
    {
        var meta = this.args.Scope.AccountMeta(new(this.args.Namespace, this.Name));
        _ = new ServiceAccount(this.key, new ServiceAccountArgs { Metadata = meta, AutomountServiceAccountToken = false }, this.Inside()); // identity-accounts-carry-no-token
    }

    // The volume signs in as the server's own identity, which can read the weights and nothing else.
    private void Weights()
    {
        var settings = this.args.Scope.Settings;
        var volume = new PersistentVolume($"{this.key}-weights", new PersistentVolumeArgs
        {
            Metadata = this.args.Scope.Meta($"{this.args.Namespace}-{this.Name}-weights", app: this.Name),
            Spec = new PersistentVolumeSpecArgs
            {
                Capacity = { ["storage"] = "1Ti" },
                AccessModes = { "ReadOnlyMany" },
                PersistentVolumeReclaimPolicy = "Retain",
                StorageClassName = "weights",
                MountOptions = { "-o ro", "--file-cache-timeout-in-seconds=120" },
                Csi = new CSIPersistentVolumeSourceArgs
                {
                    Driver = "blob.csi.azure.com",
                    ReadOnly = true,
                    VolumeHandle = $"{this.args.Namespace}-{this.Name}-weights",
                    VolumeAttributes =
                    {
                        ["storageAccount"] = Models.ModelStore.AccountName(settings),
                        ["resourceGroup"] = $"{settings.Name}-platform",
                        ["containerName"] = "weights",
                        ["protocol"] = "fuse2",
                        ["networkEndpointType"] = "privateEndpoint",
                        ["clientID"] = this.args.Scope.Platform.ClientId(new ServiceAccountName(this.args.Namespace, this.Name)),
                    },
                },
            },
        }, this.Inside());
        _ = new PersistentVolumeClaim($"{this.key}-weights", new PersistentVolumeClaimArgs
        {
            Metadata = this.args.Scope.Meta($"{this.Name}-weights", this.args.Namespace, this.Name),
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = { "ReadOnlyMany" }, // serving-weights-are-read-only
                StorageClassName = "weights",
                VolumeName = volume.Metadata.Apply(meta => meta.Name),
                Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = "1Ti" } },
            },
        }, this.Inside());
    }

    private void Configuration(string name, string file, string text, params (string File, string Text)[] more)
    {
        var data = new InputMap<string> { [file] = text };
        foreach (var (other, content) in more)
        {
            data.Add(other, content);
        }

        _ = new ConfigMap($"{this.key}-{name}", new ConfigMapArgs { Metadata = this.args.Scope.Meta($"{this.Name}-{name}", this.args.Namespace, this.Name), Data = data, Immutable = true }, this.Inside());
    }

    private CustomResourceOptions Inside(params Resource[] after) => new() { Parent = this, DependsOn = [.. after] };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
