using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Identity;

/// <summary>The service accounts that have an identity in Azure, and the namespaces of the workloads: both layers take them from here.</summary>
public static class WorkloadAccounts
{
    /// <summary>The namespace of the gateways and their limits.</summary>
    public const string GatewayNamespace = "gateway";

    /// <summary>The namespace of what acts on approved decisions.</summary>
    public const string DecisionsNamespace = "decisions";

    /// <summary>The account that proposes on behalf of models.</summary>
    public static ServiceAccountName Proposer { get; } = new(DecisionsNamespace, "proposer");

    /// <summary>The account that executes what is approved.</summary>
    public static ServiceAccountName Executor { get; } = new(DecisionsNamespace, "executor");

    /// <summary>The namespaces of the model servers with the tenant that owns each, or null where all share them.</summary>
    public static IReadOnlyList<(string Namespace, TenantSettings? Tenant)> ModelNamespaces(StackSettings settings) =>
        settings.DedicatedTenants ? [.. settings.Tenants.Select(tenant => ($"models-{tenant.Name}", (TenantSettings?)tenant))] : [("models", null)];

    /// <summary>The accounts of the model servers.</summary>
    public static IEnumerable<ServiceAccountName> ModelServers(StackSettings settings) =>
        ModelNamespaces(settings).SelectMany(home => settings.Models.Select(model => new ServiceAccountName(home.Namespace, model.Name)));

    /// <summary>All accounts that have an identity in Azure.</summary>
    public static IReadOnlySet<ServiceAccountName> All(StackSettings settings) =>
        ModelServers(settings).Concat([Proposer, Executor]).Concat(VaultCertificates(settings).Select(one => one.Account)).ToHashSet();

    /// <summary>The certificates that a stack takes from the vault, by the account that reads each; empty where it makes them.</summary>
    public static IEnumerable<(ServiceAccountName Account, string Certificate)> VaultCertificates(StackSettings settings) => !settings.SecretsComeFromTheVault ? [] :
    [
        .. ModelServers(settings).Select(account => (account, $"{account.Namespace}-{account.Name}-guard")),
        .. settings.Sandboxes.Select(sandbox => (new ServiceAccountName(EdgeNamespace(sandbox), "guard"), $"{EdgeNamespace(sandbox)}-guard-tls")),
        .. new[] { "rate-limit-store", "llm-tls", "tools-tls", "gateway-client" }.Select(name => (new ServiceAccountName(GatewayNamespace, "rate-limit-store"), $"{GatewayNamespace}-{name}")),
    ];

    /// <summary>The namespaces that hold guards and egress proxies of sandbox classes.</summary>
    public static string EdgeNamespace(SandboxSettings sandbox) => $"edge-{sandbox.Name}";

    /// <summary>The namespace of a sandbox class.</summary>
    public static string SandboxNamespace(SandboxSettings sandbox) => $"sandbox-{sandbox.Name}";

    /// <summary>All namespaces whose output is collected.</summary>
    public static IReadOnlyList<string> Namespaces(StackSettings settings) =>
        [GatewayNamespace, "envoy-gateway-system", "envoy-ai-gateway-system", DecisionsNamespace, .. ModelNamespaces(settings).Select(home => home.Namespace), .. settings.Sandboxes.SelectMany(sandbox => new[] { SandboxNamespace(sandbox), EdgeNamespace(sandbox) })];
}
