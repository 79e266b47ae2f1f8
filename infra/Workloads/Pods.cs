using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>What every pod and container of the kit has in common: no root, no privileges, no writable root, no token, bounded resources.</summary>
internal static class Pods
{
    /// <summary>The user that containers run as: one that no image and no node knows.</summary>
    public const int User = 10001;

    public static PodSpecArgs Hardened(string serviceAccount, string pool, params IEnumerable<SysctlArgs> sysctls)
    {
        var security = new PodSecurityContextArgs
        {
            RunAsNonRoot = true,              // workload-pods-run-as-non-root
            RunAsUser = User,
            RunAsGroup = User,
            FsGroup = User,
            SupplementalGroupsPolicy = "Strict",
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" }, // workload-pods-have-a-seccomp-profile
        };
        foreach (var setting in sysctls)
        {
            security.Sysctls.Add(setting);    // workload-kernel-settings-are-safe
        }

        return new()
        {
            ServiceAccountName = serviceAccount,
            AutomountServiceAccountToken = false, // workload-pods-carry-no-token
            EnableServiceLinks = false,           // workload-pods-know-no-other-services
            NodeSelector = { [Cluster.NodePools.PoolLabel] = pool },
            SecurityContext = security,
            TerminationGracePeriodSeconds = 60,
        };
    }

    public static ContainerArgs Container(string name, string image, string cpu, string memory, string disk = "256Mi") => new()
    {
        Name = name,
        Image = image, // workload-images-are-pinned
        ImagePullPolicy = "IfNotPresent",
        SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,                        // workload-containers-cannot-gain-privileges
            Privileged = false,
            ReadOnlyRootFilesystem = true,                           // workload-containers-have-a-read-only-root
            RunAsNonRoot = true,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } }, // workload-containers-drop-all-capabilities
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = cpu, ["memory"] = memory, ["ephemeral-storage"] = disk },
            Limits = { ["cpu"] = cpu, ["memory"] = memory, ["ephemeral-storage"] = disk }, // workload-containers-limit-memory
        },
    };

    public static VolumeArgs Scratch(string name, string size) => new() { Name = name, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = size } };

    public static VolumeArgs Config(string name, string configMap) => new() { Name = name, ConfigMap = new ConfigMapVolumeSourceArgs { Name = configMap } };

    public static VolumeMountArgs Mount(string volume, string path, bool readOnly = true) => new() { Name = volume, MountPath = path, ReadOnly = readOnly };

    public static ContainerPortArgs Port(string name, int port) => new() { Name = name, ContainerPortValue = port, Protocol = "TCP" };

    public static ProbeArgs Http(string path, int port, int everySeconds = 10, int failures = 3) =>
        new() { HttpGet = new HTTPGetActionArgs { Path = path, Port = port }, PeriodSeconds = everySeconds, FailureThreshold = failures, TimeoutSeconds = 5 };

    public static ProbeArgs Tcp(int port) => new() { TcpSocket = new TCPSocketActionArgs { Port = port }, PeriodSeconds = 10, FailureThreshold = 3 };

    public static TopologySpreadConstraintArgs Spread(InputMap<string> labels) => new()
    {
        MaxSkew = 1,
        TopologyKey = "topology.kubernetes.io/zone",
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new LabelSelectorArgs { MatchLabels = labels },
    };

    public static TolerationArgs Tolerate(string taint)
    {
        var (key, rest) = (taint[..taint.IndexOf('=', StringComparison.Ordinal)], taint[(taint.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        return new() { Key = key, Operator = "Equal", Value = rest[..rest.IndexOf(':', StringComparison.Ordinal)], Effect = rest[(rest.IndexOf(':', StringComparison.Ordinal) + 1)..] };
    }
}
