using System.Globalization;
using LlmOpsSecure.Infra.Cluster;
using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Gateway;
using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>agent-sandbox: how a sandbox looks. Its network policy is ours, because the controller's own lets sandboxes reach the whole internet.</summary>
internal sealed record SandboxTemplateSpec(string NetworkPolicyManagement, string EnvVarsInjectionPolicy, string VolumeClaimTemplatesPolicy, SandboxTemplateSpec.TemplateSpec PodTemplate) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "extensions.agents.x-k8s.io/v1beta1";

    static string ICustomSpec.Kind => "SandboxTemplate";

    public static SandboxTemplateSpec Of(WorkloadScope scope, SandboxSettings sandbox, IReadOnlyList<(string Name, string Value)> variables)
    {
        var resources = Map(("cpu", "1"), ("memory", $"{sandbox.MemoryMiB.ToString(CultureInfo.InvariantCulture)}Mi"), ("ephemeral-storage", "512Mi"));
        var taint = NodePools.SandboxTaint.Split('=', ':');
        return new("Unmanaged", "Disallowed", "Disallowed", new( // sandbox-network-policy-is-ours
            new(Map(("app.kubernetes.io/name", sandbox.Name), ("app.kubernetes.io/part-of", "llmops"), ("llmops/sandbox", sandbox.Name))),
            new(
                SandboxRuntime.Class,
                sandbox.Name,
                false,
                false,
                sandbox.LifetimeSeconds, // sandbox-lifetime-is-bounded
                5,
                "llmops-sandboxes",
                Map((NodePools.PoolLabel, "sandbox")),
                [new(taint[0], "Equal", taint[1], taint[2])],
                new(true, Pods.User, Pods.User, Pods.User, new("RuntimeDefault")),
                [
                    new("tool", $"{scope.Registry}/{sandbox.Image}", "IfNotPresent", [new("mcp", ToolSandbox.Port, "TCP")], [.. variables.Select(variable => new EnvSpec(variable.Name, variable.Value))],
                        FrontDoor.Security, new(resources, resources), [new("tmp", "/tmp")], Probe, Probe),
                ],
                [new("tmp", new("256Mi"))])));
    }

    private static ProbeSpec Probe { get; } = new(new(ToolSandbox.Port), 10);

    private static Dictionary<string, string> Map(params (string Key, string Value)[] members) => members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);

    internal sealed record TemplateSpec(MetaSpec Metadata, PodSpec Spec);

    internal sealed record MetaSpec(IReadOnlyDictionary<string, string> Labels);

    internal sealed record PodSpec(
        string RuntimeClassName, string ServiceAccountName, bool AutomountServiceAccountToken, bool EnableServiceLinks, int ActiveDeadlineSeconds, int TerminationGracePeriodSeconds, string PriorityClassName,
        IReadOnlyDictionary<string, string> NodeSelector, IReadOnlyList<Toleration> Tolerations, PodSecurity SecurityContext, IReadOnlyList<ContainerSpec> Containers, IReadOnlyList<VolumeSpec> Volumes);

    internal sealed record Toleration(string Key, string Operator, string Value, string Effect);

    internal sealed record PodSecurity(bool RunAsNonRoot, int RunAsUser, int RunAsGroup, int FsGroup, EnvoyProxySpec.Seccomp SeccompProfile);

    internal sealed record ContainerSpec(
        string Name, string Image, string ImagePullPolicy, IReadOnlyList<PortSpec> Ports, IReadOnlyList<EnvSpec> Env, EnvoyProxySpec.ContainerSecurity SecurityContext, EnvoyProxySpec.Resources Resources, IReadOnlyList<MountSpec> VolumeMounts,
        ProbeSpec ReadinessProbe, ProbeSpec LivenessProbe);

    internal sealed record ProbeSpec(TcpSpec TcpSocket, int PeriodSeconds);

    internal sealed record TcpSpec(int Port);

    internal sealed record PortSpec(string Name, int ContainerPort, string Protocol);

    internal sealed record EnvSpec(string Name, string Value);

    internal sealed record MountSpec(string Name, string MountPath);

    internal sealed record VolumeSpec(string Name, EmptyDirSpec EmptyDir);

    internal sealed record EmptyDirSpec(string SizeLimit);
}

/// <summary>agent-sandbox: sandboxes that wait to be used.</summary>
internal sealed record SandboxWarmPoolSpec(int Replicas, SandboxWarmPoolSpec.TemplateRef SandboxTemplateRef, SandboxWarmPoolSpec.UpdateSpec UpdateStrategy) : ICustomSpec
{
    static string ICustomSpec.ApiVersion => "extensions.agents.x-k8s.io/v1beta1";

    static string ICustomSpec.Kind => "SandboxWarmPool";

    internal sealed record TemplateRef(string Name);

    internal sealed record UpdateSpec(string Type);
}
