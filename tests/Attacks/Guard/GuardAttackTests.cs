namespace LlmOpsSecure.Attacks.Guard;

/// <summary>Every attack on the guard ends as it must.</summary>
public sealed class GuardAttackTests
{
    internal static AttackRun<GuardWorld> One { get; } = new("guard", [.. GuardAttacks.All, .. LoadAttacks.All, .. LogAttacks.All], ["haproxy"], () => null, () => GuardWorld.OpenAsync(GuardTenants.Configuration));

    internal static AttackRun<GuardWorld> Two { get; } = new("two guards", ReplicaAttacks.All, ["haproxy"], () => null, () => GuardWorld.OpenAsync(GuardTenants.Configuration, replicas: 2));

    internal static AttackRun<GuardWorld> Three { get; } = new("three guards", ReplicaAttacks.All, ["haproxy"], () => null, () => GuardWorld.OpenAsync(GuardTenants.Configuration, replicas: 3));

    internal static AttackRun<GuardWorld> Tools { get; } = new("tool guard", ToolAttacks.All, ["haproxy"], () => null, async () => await GuardWorld.OpenAsync(await EmittedGuards.ToolsAsync()));

    public static TheoryData<string> Claims => [.. One.Claims];

    public static TheoryData<string> ReplicaClaims => [.. Two.Claims];

    public static TheoryData<string> ToolClaims => [.. Tools.Claims];

    [NeedsTheory("haproxy")]
    [MemberData(nameof(ToolClaims))]
    public Task The_guard_of_tools_holds(string claim) => Tools.HoldsAsync(claim);

    [NeedsTheory("haproxy")]
    [MemberData(nameof(Claims))]
    public Task The_guard_holds(string claim) => One.HoldsAsync(claim);

    [NeedsTheory("haproxy")]
    [MemberData(nameof(ReplicaClaims))]
    public Task Two_guards_hold(string claim) => Two.HoldsAsync(claim);

    [NeedsTheory("haproxy")]
    [MemberData(nameof(ReplicaClaims))]
    public Task Three_guards_hold(string claim) => Three.HoldsAsync(claim);

    [NeedsTheory("haproxy")]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Haproxy_accepts_the_configuration_without_a_warning(int replicas)
    {
        await using var world = await GuardWorld.OpenAsync(GuardTenants.Configuration, replicas);
        var (code, output) = await world.CheckAsync();
        Assert.True(code == 0 && !output.Contains("WARNING", StringComparison.OrdinalIgnoreCase), output);
    }
}
