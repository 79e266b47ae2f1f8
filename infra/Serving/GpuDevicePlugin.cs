using System.Globalization;
using LlmOpsSecure.Infra.Cluster;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>
/// Tells Kubernetes about the GPUs of a node, or about their slices. It is the one pod of the kit that sees a folder of the node, the one in which
/// plugins register, and it lives in a namespace of its own with nothing else.
/// </summary>
public sealed class GpuDevicePlugin : ComponentResource
{
    /// <summary>Its namespace.</summary>
    public const string Namespace = "gpu-system";

    private const string Name = "device-plugin";

    private static readonly string[] Exemptions =
    [
        "workload-volumes-are-not-of-the-node", "workload-volumes-are-of-harmless-types", "workload-pods-run-as-non-root", "workload-containers-without-a-user-refuse-root",
        "workload-containers-tell-whether-they-are-ready", "workload-containers-tell-whether-they-live",
    ];

    private static readonly string[] ForSlices = ["workload-containers-cannot-gain-privileges", "workload-containers-add-no-dangerous-capabilities", "workload-containers-add-no-capabilities"];

    /// <summary>Makes the namespace and the plugin.</summary>
    public GpuDevicePlugin(string name, WorkloadScope scope, ComponentResourceOptions? options = null)
        : base("llmopssecure:serving:GpuDevicePlugin", name, options)
    {
        var meta = Exempt(scope, scope.Meta(Namespace), "workload-namespaces-are-restricted");
        meta.Labels.Add("pod-security.kubernetes.io/enforce", "privileged"); // the folder of the node
        meta.Labels.Add("llmops/role", "platform");
        var space = new Namespace(Namespace, new NamespaceArgs { Metadata = meta }, new() { Parent = this });
        var inside = new CustomResourceOptions { Parent = this, DependsOn = { space } };
        Flows.DenyAll(scope, Namespace, inside);
        _ = new ServiceAccount(name, new ServiceAccountArgs { Metadata = scope.Meta(Name, Namespace), AutomountServiceAccountToken = false }, inside);
        _ = new DaemonSet(name, new DaemonSetArgs
        {
            Metadata = Exempt(scope, scope.Meta(Name, Namespace), [.. Exemptions, .. scope.Settings.Gpu.Mig is null ? [] : ForSlices]),
            Spec = new DaemonSetSpecArgs
            {
                RevisionHistoryLimit = 3,
                Selector = new LabelSelectorArgs { MatchLabels = { ["app.kubernetes.io/name"] = Name } },
                Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = scope.Labels(Name) }, Spec = Pod(scope) },
            },
        }, inside);
        this.RegisterOutputs();
    }

    // Visible in review and in every report, and only for a year: the plugin is what hands out the node's devices.
    private static ObjectMetaArgs Exempt(WorkloadScope scope, ObjectMetaArgs meta, params IReadOnlyList<string> policies)
    {
        var until = scope.Settings.Start.AddYears(1).ToString("O", CultureInfo.InvariantCulture);
        meta.Annotations.Add("llmops.dev/exempt", string.Join("; ", policies.Select(policy => $"{policy}: the device plugin registers GPUs in a folder of the node and has no port (until {until})")));
        return meta;
    }

    private static PodSpecArgs Pod(WorkloadScope scope)
    {
        var pod = Pods.Hardened(Name, "gpu");
        pod.Tolerations = [Pods.Tolerate(NodePools.GpuTaint)];
        pod.SecurityContext = new PodSecurityContextArgs { SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } }; // the kubelet's folder belongs to root
        var plugin = Pods.Container("plugin", scope.Image("nvidia-device-plugin"), "50m", "128Mi", "64Mi");
        plugin.SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = scope.Settings.Gpu.Mig is not null,
            Privileged = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = scope.Settings.Gpu.Mig is null ? new CapabilitiesArgs { Drop = { "ALL" } } : new CapabilitiesArgs { Drop = { "ALL" }, Add = { "SYS_ADMIN" } }, // reading the slices of a GPU takes it
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        };
        plugin.Env = [new EnvVarArgs { Name = "MIG_STRATEGY", Value = scope.Settings.Gpu.Mig is null ? "none" : "single" }];
        plugin.VolumeMounts = [Pods.Mount("plugins", "/var/lib/kubelet/device-plugins", readOnly: false)];
        pod.Containers = [plugin];
        pod.Volumes = [new VolumeArgs { Name = "plugins", HostPath = new HostPathVolumeSourceArgs { Path = "/var/lib/kubelet/device-plugins", Type = "Directory" } }];
        return pod;
    }
}
