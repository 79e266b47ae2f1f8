namespace LlmOpsSecure.Attacks.Egress;

/// <summary>Every attack on the way out of a sandbox ends as it must.</summary>
public sealed class EgressAttackTests
{
    internal static readonly string[] Programs = ["haproxy", "squid", "ip", "nft", "setpriv", "sysctl", "mount", "umount", "dd", "mkfifo", "timeout"];

    internal static AttackRun<EgressWorld> Run { get; } = new("egress proxy", [.. NetworkAttacks.All, .. ProxyAttacks.All, .. TunnelAttacks.All, .. OutageAttacks.All, .. TrailAttacks.All], Programs, () => NetworkSpace.Impossible, EgressWorld.OpenAsync);

    public static TheoryData<string> Claims => [.. Run.Claims];

    [NeedsNamespacesTheory("haproxy", "squid", "ip", "nft", "setpriv", "sysctl", "mount", "umount", "dd", "mkfifo", "timeout")]
    [MemberData(nameof(Claims))]
    public Task The_way_out_holds(string claim) => Run.HoldsAsync(claim);
}
