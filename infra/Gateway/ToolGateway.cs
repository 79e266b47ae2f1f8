using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Sandbox;
using LlmOpsSecure.Infra.Serving;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>
/// The front door of the tools, a gateway of its own: routes of tools replace the gateway-wide limits and authorization, so that limits are kept by a
/// guard before each tool server, and nothing of the models depends on them. A tool can be called by the tenants that its class lists, and by name only.
/// </summary>
public sealed class ToolGateway : ComponentResource
{
    private readonly WorkloadScope scope;

    /// <summary>Makes the gateway with a route for each sandbox class.</summary>
    public ToolGateway(string name, GatewayRuntimeArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:gateway:ToolGateway", name, options)
    {
        this.scope = args.Scope;
        var settings = this.scope.Settings;
        var inside = new CustomResourceOptions { Parent = this };
        _ = args.Authority.Issue(WorkloadAccounts.GatewayNamespace, $"{GatewayNames.Tools}-tls", settings.Gateway.ToolsHost, CertificateUse.Server, inside);
        FrontDoor.Create(this.scope, GatewayNames.Tools, settings.Gateway.ToolsHost, "tools", "gateway-client", inside);
        foreach (var sandbox in settings.Sandboxes)
        {
            this.Route(sandbox, inside);
        }

        ProxyFlows.Allow(this.scope, GatewayNames.Tools, [.. settings.Sandboxes.Select(sandbox => Flows.Tcp(Flows.App(WorkloadAccounts.EdgeNamespace(sandbox), ToolGuard.Name), GuardConfiguration.Port))], inside);
        this.RegisterOutputs();
    }

    private void Route(SandboxSettings sandbox, CustomResourceOptions options)
    {
        var home = WorkloadAccounts.EdgeNamespace(sandbox);
        var host = ToolGuard.HostOf(sandbox);
        _ = new CustomObject<BackendSpec>($"{sandbox.Name}-tools", this.scope.Meta(sandbox.Name, home), new([new(new(host, GuardConfiguration.Port))]), options);
        _ = new CustomObject<BackendTlsPolicySpec>($"{sandbox.Name}-tools", this.scope.Meta(sandbox.Name, home), new([new("gateway.envoyproxy.io", "Backend", sandbox.Name)], new(host, [new("", "ConfigMap", CertificateAuthority.Published)])), options);
        _ = new CustomObject<McpRouteSpec>($"{sandbox.Name}-tools", this.scope.Meta(sandbox.Name, home), new(
            [new(null, null, GatewayNames.Tools, WorkloadAccounts.GatewayNamespace)],
            [this.scope.Settings.Gateway.ToolsHost],
            $"/{sandbox.Name}/mcp",
            [new(sandbox.Name, "gateway.envoyproxy.io", "Backend", "/mcp", new(sandbox.Tools))], // gateway-tools-are-listed
            this.Security(sandbox)), options);
    }

    // The kill switch leaves no rule, and what no rule allows is denied.
    private McpRouteSpec.SecuritySpec Security(SandboxSettings sandbox)
    {
        var gateway = this.scope.Settings.Gateway;
        IReadOnlyList<string> callers = [.. this.scope.Settings.Tenants.Where(tenant => sandbox.Tenants.Contains(tenant.Name)).Select(tenant => tenant.ClientId)];
        IReadOnlyList<McpRouteSpec.RuleSpec> rules = this.scope.Settings.KillSwitch
            ? []
            : [new("Allow", new(new([new("azp", "String", callers)])), new([.. sandbox.Tools.Select(tool => new McpRouteSpec.ToolSpec(sandbox.Name, tool))]))];
        return new(
            new(gateway.Issuer, [gateway.Audience], new(new(gateway.JwksUri)), new($"https://{gateway.ToolsHost}/{sandbox.Name}/mcp"), [new("azp", GatewayNames.TenantHeader)]),
            new("Deny", rules)); // gateway-tools-are-denied-by-default
    }
}
