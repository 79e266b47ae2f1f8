using LlmOpsSecure.Infra.Cluster;
using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>
/// A class of tool sandboxes: each runs in a virtual machine of its own, without token, secret or GPU, answers only its guard, and reaches only its egress
/// proxy, whose name is the only one that it can resolve.
/// </summary>
public sealed class ToolSandbox : ComponentResource
{
    /// <summary>The port that a tool server listens on.</summary>
    public const int Port = 8080;

    private readonly WorkloadScope scope;
    private readonly SandboxSettings sandbox;
    private readonly string home;

    /// <summary>Makes the namespace and the sandboxes.</summary>
    public ToolSandbox(string name, ToolSandboxArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:sandbox:ToolSandbox", name, options)
    {
        (this.scope, this.sandbox, this.home) = (args.Scope, args.Sandbox, WorkloadAccounts.SandboxNamespace(args.Sandbox));
        var memory = (this.sandbox.MemoryMiB * (this.sandbox.Replicas + 2) / 1024) + 1;
        var space = new SecureNamespace(this.home, new() { Scope = this.scope, Role = NamespaceRole.Sandbox, Pods = this.sandbox.Replicas + 2, Cpus = this.sandbox.Replicas + 2, MemoryGiB = memory }, new() { Parent = this });
        var inside = new CustomResourceOptions { Parent = this, DependsOn = { space } };
        _ = new ServiceAccount(name, new ServiceAccountArgs { Metadata = this.scope.Meta(this.sandbox.Name, this.home), AutomountServiceAccountToken = false }, inside);
        if (this.sandbox.WarmPool)
        {
            this.WarmPool(name, inside);
        }
        else
        {
            _ = new Pulumi.Kubernetes.Apps.V1.Deployment(name, new DeploymentArgs { Metadata = this.scope.Meta(this.sandbox.Name, this.home), Spec = this.Deployment() }, inside);
        }

        _ = new Service(name, new ServiceArgs
        {
            Metadata = this.scope.Meta(this.sandbox.Name, this.home),
            Spec = new ServiceSpecArgs { Type = "ClusterIP", Selector = { ["llmops/sandbox"] = this.sandbox.Name }, Ports = { new ServicePortArgs { Name = "mcp", Port = Port, TargetPort = Port, Protocol = "TCP" } } },
        }, inside);
        Flows.Allow(this.scope, this.home, this.sandbox.Name, new() { ["llmops/sandbox"] = this.sandbox.Name },
            [Flows.Tcp(Flows.App(WorkloadAccounts.EdgeNamespace(this.sandbox), ToolGuard.Name), Port)],
            this.sandbox.Allow.Count == 0 ? [] : [Flows.Tcp(Flows.App(WorkloadAccounts.EdgeNamespace(this.sandbox), EgressProxy.Name), EgressProxy.Port)], inside); // sandbox-reaches-only-its-proxy
        if (this.sandbox.Allow.Count > 0)
        {
            NamedHosts.Allow(this.scope, this.home, "names", "llmops/sandbox", this.sandbox.Name, [], [EgressProxy.HostOf(this.sandbox)], inside);
        }

        this.RegisterOutputs();
    }

    private int Running => this.scope.Settings.KillSwitch ? 0 : this.sandbox.Replicas;

    private InputMap<string> Labels
    {
        get
        {
            var labels = this.scope.Labels(this.sandbox.Name);
            labels.Add("llmops/sandbox", this.sandbox.Name);
            return labels;
        }
    }

    private DeploymentSpecArgs Deployment() => new()
    {
        Replicas = this.Running,
        RevisionHistoryLimit = 2,
        Selector = new LabelSelectorArgs { MatchLabels = { ["llmops/sandbox"] = this.sandbox.Name } },
        Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = this.Labels }, Spec = this.Pod() },
    };

    private PodSpecArgs Pod()
    {
        var pod = Pods.Hardened(this.sandbox.Name, "sandbox");
        pod.RuntimeClassName = SandboxRuntime.Class; // sandbox-pods-run-in-virtual-machines
        pod.Tolerations = [Pods.Tolerate(NodePools.SandboxTaint)];
        pod.PriorityClassName = "llmops-sandboxes";
        pod.TerminationGracePeriodSeconds = 5;
        pod.Containers = [this.Tool()];
        pod.Volumes = [Pods.Scratch("tmp", "256Mi")];
        return pod;
    }

    private ContainerArgs Tool()
    {
        var tool = Pods.Container("tool", $"{this.scope.Registry}/{this.sandbox.Image}", "1", $"{this.sandbox.MemoryMiB}Mi", "512Mi");
        tool.Ports = [Pods.Port("mcp", Port)];
        tool.ReadinessProbe = Pods.Tcp(Port);
        tool.LivenessProbe = Pods.Tcp(Port);
        tool.Env = [.. this.ProxyVariables().Select(variable => new EnvVarArgs { Name = variable.Name, Value = variable.Value })];
        tool.VolumeMounts = [Pods.Mount("tmp", "/tmp", readOnly: false)];
        return tool;
    }

    private IEnumerable<(string Name, string Value)> ProxyVariables() =>
        this.sandbox.Allow.Count == 0 ? [] : [("HTTPS_PROXY", $"http://{EgressProxy.HostOf(this.sandbox)}:{EgressProxy.Port}"), ("NO_PROXY", "localhost,127.0.0.1")];

    private void WarmPool(string name, CustomResourceOptions options)
    {
        var template = new CustomObject<SandboxTemplateSpec>(name, this.scope.Meta(this.sandbox.Name, this.home), SandboxTemplateSpec.Of(this.scope, this.sandbox, [.. this.ProxyVariables()]), options);
        _ = new CustomObject<SandboxWarmPoolSpec>(name, this.scope.Meta(this.sandbox.Name, this.home), new(this.Running, new(this.sandbox.Name), new("Recreate")), new() { Parent = this, DependsOn = { template } });
    }
}
