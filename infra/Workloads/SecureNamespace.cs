using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>A namespace that admits only restricted pods, lets nothing through its network until a flow is allowed, and cannot take more than its share.</summary>
public sealed class SecureNamespace : ComponentResource
{
    /// <summary>Makes the namespace with its deny, quota and limits.</summary>
    public SecureNamespace(string name, SecureNamespaceArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:workloads:SecureNamespace", name, options)
    {
        var meta = args.Scope.Meta(name);
        var version = $"v{args.Scope.Settings.Cluster.KubernetesVersion}";
        foreach (var mode in new[] { "enforce", "audit", "warn" })
        {
            meta.Labels.Add($"pod-security.kubernetes.io/{mode}", "restricted"); // workload-namespaces-are-restricted
            meta.Labels.Add($"pod-security.kubernetes.io/{mode}-version", version);
        }

        meta.Labels.Add("llmops/role", args.Role.ToString().ToLowerInvariant());
        if (args.Role is NamespaceRole.Models or NamespaceRole.Edge)
        {
            meta.Labels.Add("llmops/routes", args.Role == NamespaceRole.Models ? "models" : "tools");
        }

        if (args.Tenant is { } tenant)
        {
            meta.Labels.Add("llmops/tenant", tenant);
        }

        var space = new Namespace(name, new NamespaceArgs { Metadata = meta }, new() { Parent = this });
        var inside = new CustomResourceOptions { Parent = this, DependsOn = { space } };
        Flows.DenyAll(args.Scope, name, inside);
        _ = new ResourceQuota(name, new ResourceQuotaArgs { Metadata = args.Scope.Meta("share", name), Spec = new ResourceQuotaSpecArgs { Hard = Share(args) } }, inside); // workload-namespaces-have-a-quota
        _ = new LimitRange(name, new LimitRangeArgs { Metadata = args.Scope.Meta("limits", name), Spec = new LimitRangeSpecArgs { Limits = { Limits(args) } } }, inside);
        this.RegisterOutputs();
    }

    private static InputMap<string> Share(SecureNamespaceArgs args) => new()
    {
        ["pods"] = Text(args.Pods),
        ["requests.cpu"] = Text(args.Cpus),
        ["requests.memory"] = $"{Text(args.MemoryGiB)}Gi",
        ["limits.cpu"] = Text(args.Cpus),
        ["limits.memory"] = $"{Text(args.MemoryGiB)}Gi",
        ["requests.nvidia.com/gpu"] = Text(args.Gpus),
        ["services.loadbalancers"] = Text(args.LoadBalancers),
        ["services.nodeports"] = "0",
    };

    private static LimitRangeItemArgs Limits(SecureNamespaceArgs args) => new()
    {
        Type = "Container",
        Default = { ["cpu"] = "250m", ["memory"] = "256Mi", ["ephemeral-storage"] = "256Mi" },
        DefaultRequest = { ["cpu"] = "100m", ["memory"] = "128Mi", ["ephemeral-storage"] = "128Mi" },
        Max = { ["cpu"] = Text(args.Cpus), ["memory"] = $"{Text(args.MemoryGiB)}Gi" },
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
