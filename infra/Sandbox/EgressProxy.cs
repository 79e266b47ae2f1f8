using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>The only way out of a sandbox class: a gate that bounds how often each sandbox connects and lets out only what asks for the right name, and Squid, which knows the hosts of the class and writes down every request.</summary>
public sealed class EgressProxy : ComponentResource
{
    /// <summary>Its name in each class's edge namespace.</summary>
    public const string Name = "egress-proxy";

    /// <summary>Its port.</summary>
    public const int Port = 3128;

    /// <summary>Makes the proxy.</summary>
    public EgressProxy(string name, ToolSandboxArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:sandbox:EgressProxy", name, options)
    {
        var (scope, sandbox) = (args.Scope, args.Sandbox);
        var home = WorkloadAccounts.EdgeNamespace(sandbox);
        var inside = new CustomResourceOptions { Parent = this };
        new ProxyWorkload(scope, home, Name, Port, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["haproxy.cfg"] = new GateConfiguration(sandbox).ToString(),
            ["squid.conf"] = new SquidConfiguration(sandbox).ToString(),
        })
        {
            Containers = [Gate(scope), Squid(scope)],
            Volumes = [Pods.Scratch("tmp", "64Mi"), Pods.Scratch("run", "16Mi")],
            Sysctls = [new() { Name = "net.ipv4.ip_unprivileged_port_start", Value = "0" }], // an exit has the port of its entry, and no container has a capability
        }.Create(inside);
        Flows.Allow(scope, home, Name, new() { ["app.kubernetes.io/name"] = Name },
            [Flows.Tcp(Flows.Pods(WorkloadAccounts.SandboxNamespace(sandbox), new() { ["llmops/sandbox"] = sandbox.Name }), Port)], [], inside);
        NamedHosts.Allow(scope, home, "egress-hosts", "app.kubernetes.io/name", Name, sandbox.Allow, [], inside);
        this.RegisterOutputs();
    }

    /// <summary>The host name of a class's proxy.</summary>
    public static string HostOf(SandboxSettings sandbox) => $"{Name}.{WorkloadAccounts.EdgeNamespace(sandbox)}.svc.cluster.local";

    private static ContainerArgs Gate(WorkloadScope scope)
    {
        var gate = Pods.Container("gate", scope.Image("haproxy"), "100m", "128Mi");
        gate.Command = ["haproxy"];
        gate.Args = ["-W", "-db", "-f", "/etc/proxy/haproxy.cfg"];
        gate.Ports = [Pods.Port("proxy", Port)];
        gate.ReadinessProbe = Pods.Tcp(Port);
        gate.LivenessProbe = Pods.Tcp(Port);
        gate.VolumeMounts = [Pods.Mount("config", "/etc/proxy")];
        return gate;
    }

    private static ContainerArgs Squid(WorkloadScope scope)
    {
        var squid = Pods.Container("squid", scope.Image("squid"), "250m", "256Mi");
        squid.Command = ["squid"];
        squid.Args = ["-N", "-f", "/etc/proxy/squid.conf"];
        squid.LivenessProbe = Pods.Tcp(SquidConfiguration.HealthPort);
        squid.ReadinessProbe = Pods.Tcp(SquidConfiguration.HealthPort);
        squid.VolumeMounts = [Pods.Mount("config", "/etc/proxy"), Pods.Mount("tmp", "/tmp", readOnly: false), Pods.Mount("run", "/run/squid", readOnly: false)];
        return squid;
    }
}
