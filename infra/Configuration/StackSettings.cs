namespace LlmOpsSecure.Infra.Configuration;

/// <summary>
/// Everything that a stack decides, read from the <c>llmops:</c> keys of <c>Pulumi.&lt;stack&gt;.yaml</c>. What is not here cannot be chosen: hardening has
/// no switch. <see cref="SettingsReader"/> has the keys, their defaults and what is allowed.
/// </summary>
public sealed record StackSettings
{
    /// <summary>Which half of the system to build.</summary>
    public required Layer Layer { get; init; }

    /// <summary>Name of the system, 3 to 11 lower-case letters and digits: the prefix of every name, some of which are global.</summary>
    public required string Name { get; init; }

    /// <summary><c>development</c> or <c>production</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>Azure region.</summary>
    public required string Location { get; init; }

    /// <summary>Entra tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>Azure subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Mail address of the team that owns the resources.</summary>
    public required string Owner { get; init; }

    /// <summary>First day of the month in which the stack starts: budgets count from it, and the first version of a key expires two years after.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Cost centre of the resources.</summary>
    public required string CostCenter { get; init; }

    /// <summary><c>internal</c>, <c>confidential</c> or <c>restricted</c>.</summary>
    public required string DataClassification { get; init; }

    /// <summary>Full name of the platform stack that a workload stack builds on; null otherwise.</summary>
    public string? PlatformStack { get; init; }

    /// <summary>Folder that the workload layer is rendered to instead of reaching a cluster; null to reach it.</summary>
    public string? ManifestFolder { get; init; }

    /// <summary>Whether workloads mount their certificates from the vault; otherwise the stack makes them.</summary>
    public bool SecretsComeFromTheVault => this.ManifestFolder is not null;

    /// <summary>Whether each tenant has replicas of its own; otherwise all share them.</summary>
    public required bool DedicatedTenants { get; init; }

    /// <summary>Whether tools and approved decisions are stopped at once.</summary>
    public required bool KillSwitch { get; init; }

    /// <summary>Groups of people.</summary>
    public required GroupSettings Groups { get; init; }

    /// <summary>Addresses and the way out.</summary>
    public required NetworkSettings Network { get; init; }

    /// <summary>The cluster.</summary>
    public required ClusterSettings Cluster { get; init; }

    /// <summary>The GPU pool.</summary>
    public required GpuSettings Gpu { get; init; }

    /// <summary>The models.</summary>
    public required IReadOnlyList<ModelSettings> Models { get; init; }

    /// <summary>The tenants.</summary>
    public required IReadOnlyList<TenantSettings> Tenants { get; init; }

    /// <summary>The classes of tool sandboxes; empty without tools.</summary>
    public required IReadOnlyList<SandboxSettings> Sandboxes { get; init; }

    /// <summary>The front door.</summary>
    public required GatewaySettings Gateway { get; init; }

    /// <summary>Logs and their archive.</summary>
    public required AuditSettings Audit { get; init; }

    /// <summary>Cost a month.</summary>
    public required BudgetSettings Budget { get; init; }

    /// <summary>Digests of images and charts by name, over those that the kit pins.</summary>
    public required IReadOnlyDictionary<string, string> Images { get; init; }

    /// <summary>A given certification authority; null makes one.</summary>
    public IssuerSettings? Issuer { get; init; }

    /// <summary>Password of the rate-limit store; null leaves client certificates as the only way in.</summary>
    public SecretText? RateLimitPassword { get; init; }

    /// <summary>Whether this is a production stack.</summary>
    public bool IsProduction => this.Environment == "production";
}
