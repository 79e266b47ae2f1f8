using System.Security.Cryptography;
using System.Text;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>Two replicas of a proxy on the edge nodes, with its account, configuration, service and disruption budget.</summary>
internal sealed record ProxyWorkload(WorkloadScope Scope, string Namespace, string Name, int Port, IReadOnlyDictionary<string, string> Configuration)
{
    /// <summary>How many there are.</summary>
    public const int Replicas = 2;

    public required IReadOnlyList<ContainerArgs> Containers { get; init; }

    public IReadOnlyList<VolumeArgs> Volumes { get; init; } = [];

    /// <summary>Settings of the kernel, of the pod alone.</summary>
    public IReadOnlyList<SysctlArgs> Sysctls { get; init; } = [];

    public void Create(CustomResourceOptions options)
    {
        var key = $"{this.Namespace}-{this.Name}";
        _ = new ServiceAccount(key, new ServiceAccountArgs { Metadata = this.Scope.AccountMeta(new(this.Namespace, this.Name)), AutomountServiceAccountToken = false }, options);
        _ = new ConfigMap(key, new ConfigMapArgs { Metadata = this.Meta, Data = this.Data(), Immutable = true }, options);
        _ = new Pulumi.Kubernetes.Apps.V1.Deployment(key, new DeploymentArgs { Metadata = this.Meta, Spec = this.Deployment() }, options);
        _ = new PodDisruptionBudget(key, new PodDisruptionBudgetArgs
        {
            Metadata = this.Meta,
            Spec = new PodDisruptionBudgetSpecArgs { MaxUnavailable = 1, Selector = this.Selector, UnhealthyPodEvictionPolicy = "AlwaysAllow" },
        }, options);
        // A caller stays with one replica, which counts all that it does.
        _ = new Service(key, new ServiceArgs
        {
            Metadata = this.Meta,
            Spec = new ServiceSpecArgs { Type = "ClusterIP", SessionAffinity = "ClientIP", Selector = { ["app.kubernetes.io/name"] = this.Name }, Ports = { new ServicePortArgs { Name = "proxy", Port = this.Port, TargetPort = this.Port, Protocol = "TCP" } } },
        }, options);
    }

    private ObjectMetaArgs Meta => this.Scope.Meta(this.Name, this.Namespace);

    private LabelSelectorArgs Selector => new() { MatchLabels = { ["app.kubernetes.io/name"] = this.Name } };

    private InputMap<string> Data()
    {
        var data = new InputMap<string>();
        foreach (var (file, text) in this.Configuration)
        {
            data.Add(file, text);
        }

        return data;
    }

    private DeploymentSpecArgs Deployment()
    {
        var pod = Pods.Hardened(this.Name, "edge", this.Sysctls);
        pod.PriorityClassName = "llmops-gateway";
        pod.TopologySpreadConstraints = [Pods.Spread(new() { ["app.kubernetes.io/name"] = this.Name })];
        pod.Containers = [.. this.Containers];
        pod.Volumes = [Pods.Config("config", this.Name), .. this.Volumes];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', this.Configuration.Values))));
        return new()
        {
            Replicas = Replicas,
            RevisionHistoryLimit = 3,
            Selector = this.Selector,
            Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = this.Scope.Labels(this.Name), Annotations = { ["llmops/configuration"] = hash } }, Spec = pod },
        };
    }
}
