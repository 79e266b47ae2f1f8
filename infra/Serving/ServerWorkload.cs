using System.Globalization;
using LlmOpsSecure.Infra.Cluster;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Autoscaling.V2;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>The pods of a model server: the check of the weights, vLLM, and the guard.</summary>
internal sealed class ServerWorkload(ModelServerArgs args, InputMap<string> labels, string configurationHash, string modelDigest)
{
    private string Name => args.Model.Name;

    public void Create(string key, CustomResourceOptions options)
    {
        _ = new Pulumi.Kubernetes.Apps.V1.StatefulSet(key, new StatefulSetArgs { Metadata = args.Scope.Meta(this.Name, args.Namespace), Spec = this.Replicas() }, options);
        _ = new PodDisruptionBudget(key, new PodDisruptionBudgetArgs
        {
            Metadata = args.Scope.Meta(this.Name, args.Namespace),
            Spec = new PodDisruptionBudgetSpecArgs { MaxUnavailable = 1, Selector = this.Selector(), UnhealthyPodEvictionPolicy = "AlwaysAllow" },
        }, options);
        if (args.Model.MaxReplicas > args.Model.Replicas)
        {
            _ = new HorizontalPodAutoscaler(key, new HorizontalPodAutoscalerArgs { Metadata = args.Scope.Meta(this.Name, args.Namespace), Spec = this.Scaling() }, options);
        }
    }

    // Replicas have names, by which their guards find each other; an update takes one after the other, because a surge would wait for a GPU that nobody has.
    private StatefulSetSpecArgs Replicas()
    {
        var spec = new StatefulSetSpecArgs
        {
            RevisionHistoryLimit = 3,
            ServiceName = this.Name,
            PodManagementPolicy = "Parallel",
            Selector = this.Selector(),
            UpdateStrategy = new StatefulSetUpdateStrategyArgs { Type = "RollingUpdate" },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = labels, Annotations = { ["llmops/configuration"] = configurationHash, ["llmops/model"] = $"{this.Name}@{modelDigest}" } },
                Spec = this.Pod(),
            },
        };
        if (args.Model.MaxReplicas == args.Model.Replicas)
        {
            spec.Replicas = args.Model.Replicas;
        }

        return spec;
    }

    private PodSpecArgs Pod()
    {
        var pod = Pods.Hardened(this.Name, "gpu");
        pod.PriorityClassName = "llmops-models";
        pod.Tolerations = [Pods.Tolerate(NodePools.GpuTaint)];
        pod.TopologySpreadConstraints = [Pods.Spread(labels)];
        pod.TerminationGracePeriodSeconds = Math.Min(120, args.Scope.Settings.Gateway.TimeoutSeconds);
        pod.InitContainers = [this.CheckWeights()];
        pod.Containers = [this.Vllm(), this.Guard()];
        pod.Volumes =
        [
            new VolumeArgs { Name = "models", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = $"{this.Name}-weights", ReadOnly = true } },
            Pods.Config("manifest", $"{this.Name}-manifest"),
            Pods.Config("guard-config", $"{this.Name}-guard"),
            VaultCertificate.Volume(args.Scope, "guard-tls", $"{this.Name}-guard"),
            Pods.Config("authority", CertificateAuthority.Published),
            Pods.Scratch("cache", "20Gi"),
            Pods.Scratch("tmp", "1Gi"),
            new VolumeArgs { Name = "shm", EmptyDir = new EmptyDirVolumeSourceArgs { Medium = "Memory", SizeLimit = "8Gi" } },
        ];
        return pod;
    }

    private ContainerArgs CheckWeights()
    {
        var check = Pods.Container("verify-weights", args.Scope.Image("vllm"), "2", "1Gi");
        check.Command = ["sha256sum"];
        check.Args = ["--check", "--strict", "--quiet", "/manifest/SHA256SUMS"]; // serving-weights-are-verified
        check.VolumeMounts = [this.Weights(), Pods.Mount("manifest", "/manifest")];
        return check;
    }

    private ContainerArgs Vllm()
    {
        var vllm = Pods.Container("vllm", args.Scope.Image("vllm"), "4", $"{args.Model.MemoryGiB}Gi", "24Gi");
        vllm.Command = ["python3", "-m", "vllm.entrypoints.openai.api_server"];
        vllm.Args = [.. VllmArguments.Of(args.Model, args.Tenants.Count > 1)];
        vllm.Env = [.. VllmArguments.Environment.Select(variable => new EnvVarArgs { Name = variable.Name, Value = variable.Value })];
        vllm.Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = "4", ["memory"] = $"{args.Model.MemoryGiB}Gi", ["ephemeral-storage"] = "24Gi", ["nvidia.com/gpu"] = Text(args.Model.Gpus) },
            Limits = { ["cpu"] = "8", ["memory"] = $"{args.Model.MemoryGiB}Gi", ["ephemeral-storage"] = "24Gi", ["nvidia.com/gpu"] = Text(args.Model.Gpus) },
        };
        // The guard answers for the server, which listens where no probe comes: an hour to load weights, then half a minute.
        vllm.StartupProbe = Pods.Http("/ready", GuardConfiguration.HealthPort, failures: 360);
        vllm.LivenessProbe = Pods.Http("/ready", GuardConfiguration.HealthPort, failures: 6);
        vllm.ReadinessProbe = Pods.Http("/ready", GuardConfiguration.HealthPort);
        vllm.VolumeMounts = [this.Weights(), Pods.Mount("cache", "/cache", readOnly: false), Pods.Mount("tmp", "/tmp", readOnly: false), Pods.Mount("shm", "/dev/shm", readOnly: false)];
        return vllm;
    }

    private ContainerArgs Guard()
    {
        var guard = Pods.Container("guard", args.Scope.Image("haproxy"), "500m", "512Mi");
        guard.Command = ["haproxy"];
        guard.Args = ["-W", "-db", "-f", "/etc/guard/haproxy.cfg"];
        guard.Ports = [Pods.Port("https", GuardConfiguration.Port), Pods.Port("health", GuardConfiguration.HealthPort), Pods.Port("counts", GuardConfiguration.PeerPort)];
        guard.ReadinessProbe = Pods.Http("/ready", GuardConfiguration.HealthPort);
        guard.LivenessProbe = Pods.Tcp(GuardConfiguration.HealthPort);
        guard.VolumeMounts = [Pods.Mount("guard-config", "/etc/guard"), Pods.Mount("guard-tls", "/etc/guard-tls"), Pods.Mount("authority", "/etc/authority")];
        return guard;
    }

    private VolumeMountArgs Weights() => new() { Name = "models", MountPath = "/models", SubPath = $"{this.Name}/{args.Model.Revision}", ReadOnly = true }; // serving-weights-are-read-only

    private HorizontalPodAutoscalerSpecArgs Scaling() => new()
    {
        MinReplicas = args.Model.Replicas,
        MaxReplicas = args.Model.MaxReplicas,
        ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "StatefulSet", Name = this.Name },
        Metrics =
        {
            new MetricSpecArgs
            {
                Type = "ContainerResource",
                ContainerResource = new ContainerResourceMetricSourceArgs { Name = "cpu", Container = "vllm", Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = 70 } },
            },
        },
    };

    private LabelSelectorArgs Selector() => new() { MatchLabels = { ["app.kubernetes.io/name"] = this.Name } };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
