using LlmOpsSecure.Infra.Admission;
using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Decisions;
using LlmOpsSecure.Infra.Gateway;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Sandbox;
using LlmOpsSecure.Infra.Serving;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Scheduling.V1;

namespace LlmOpsSecure.Infra;

/// <summary>The Kubernetes half: admission, gateways, model servers, sandboxes and decisions.</summary>
public sealed class WorkloadLayer : ComponentResource
{
    private readonly WorkloadScope scope;

    /// <summary>Makes the workloads.</summary>
    public WorkloadLayer(string name, WorkloadScope scope, ComponentResourceOptions? options = null)
        : base("llmopssecure:index:Workloads", name, options)
    {
        this.scope = scope;
        var settings = scope.Settings;
        var admission = new AdmissionPolicies("admission", new() { Scope = scope }, this.Child());
        _ = new NoMetadata("no-metadata", new() { Scope = scope }, this.Child());
        this.Priorities();
        if (!settings.Gpu.Sku.Confidential)
        {
            _ = new GpuDevicePlugin("gpu-device-plugin", scope, this.Child()); // a confidential GPU's operator brings its own
        }

        var authority = new CertificateAuthority("authority", scope, this.Child());
        var gateway = new SecureNamespace(WorkloadAccounts.GatewayNamespace, new() { Scope = scope, Role = NamespaceRole.Gateway, Pods = 10, Cpus = 8, MemoryGiB = 16 }, this.Child(admission));
        var published = authority.Publish(gateway, WorkloadAccounts.GatewayNamespace);
        var front = new GatewayRuntimeArgs { Scope = scope, Authority = authority };
        var runtime = new GatewayRuntime("gateways", front, this.Child(gateway));
        _ = new RateLimitStore(RateLimitStore.Name, front, this.Child(gateway, published));
        var models = this.Models(authority, admission);
        _ = new ModelGateway("model-gateway", front, this.Child([runtime, .. models]));
        if (settings.Sandboxes.Count > 0)
        {
            var edges = settings.Sandboxes.Select(sandbox => this.Tools(sandbox, authority, admission)).ToList();
            _ = new ToolGateway("tool-gateway", front, this.Child([runtime, .. edges]));
        }

        _ = new DecisionAccounts("decision-accounts", new() { Scope = scope }, this.Child(admission));
        this.RegisterOutputs();
    }

    // Gateways before models before sandboxes: what protects outlives what is protected.
    private void Priorities()
    {
        foreach (var (who, value) in new[] { ("gateway", 900_000), ("models", 500_000), ("sandboxes", 100_000) })
        {
            var full = $"llmops-{who}";
            _ = new PriorityClass(full, new PriorityClassArgs { Metadata = this.scope.Meta(full), Value = value, GlobalDefault = false, Description = $"Pods of {who}" }, new() { Parent = this });
        }
    }

    private List<Resource> Models(CertificateAuthority authority, Resource admission)
    {
        var settings = this.scope.Settings;
        var made = new List<Resource>();
        foreach (var (inNamespace, tenant) in WorkloadAccounts.ModelNamespaces(settings))
        {
            var replicas = settings.Models.Sum(model => model.MaxReplicas);
            var space = new SecureNamespace(inNamespace, new()
            {
                Scope = this.scope,
                Role = NamespaceRole.Models,
                Pods = replicas + 2,
                Cpus = (replicas * 9) + 2,
                MemoryGiB = settings.Models.Sum(model => model.MaxReplicas * (model.MemoryGiB + 1)) + 4,
                Gpus = tenant?.Gpus ?? settings.Models.Sum(model => model.MaxReplicas * model.Gpus),
                Tenant = tenant?.Name,
            }, this.Child(admission));
            var published = authority.Publish(space, inNamespace);
            made.Add(space);
            made.AddRange(settings.Models.Select(model => new ModelServer($"{inNamespace}-{model.Name}", new()
            {
                Scope = this.scope,
                Model = model,
                Namespace = inNamespace,
                Tenants = tenant is null ? settings.Tenants : [tenant],
                Authority = authority,
            }, this.Child(space, published))));
        }

        return made;
    }

    private SecureNamespace Tools(SandboxSettings sandbox, CertificateAuthority authority, Resource admission)
    {
        var args = new ToolSandboxArgs { Scope = this.scope, Sandbox = sandbox, Authority = authority };
        var edge = new SecureNamespace(WorkloadAccounts.EdgeNamespace(sandbox), new() { Scope = this.scope, Role = NamespaceRole.Edge, Pods = 10, Cpus = 8, MemoryGiB = 8 }, this.Child(admission));
        _ = new ToolGuard($"{sandbox.Name}-guard", args, this.Child(edge, authority.Publish(edge, WorkloadAccounts.EdgeNamespace(sandbox))));
        if (sandbox.Allow.Count > 0)
        {
            _ = new EgressProxy($"{sandbox.Name}-egress", args, this.Child(edge));
        }

        _ = new ToolSandbox(sandbox.Name, args, this.Child(admission));
        return edge;
    }

    private ComponentResourceOptions Child(params IReadOnlyList<Resource> after) => new() { Parent = this, DependsOn = [.. after] };
}
