using Pulumi;

namespace LlmOpsSecure.Infra.Network;

/// <summary>What an <see cref="EgressFirewall"/> needs.</summary>
public sealed record EgressFirewallArgs
{
    /// <summary>Where it is made. Host names come from its settings.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>The subnet that Azure reserves for it.</summary>
    public required Input<string> SubnetId { get; init; }

    /// <summary>The workspace that receives what it learns.</summary>
    public required Input<string> WorkspaceId { get; init; }
}
