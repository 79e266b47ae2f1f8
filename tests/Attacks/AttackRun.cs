namespace LlmOpsSecure.Attacks;

/// <summary>All attacks on one component, tried once, one after the other, whichever test asks first.</summary>
internal sealed class AttackRun<TWorld>(string component, IReadOnlyList<Attack<TWorld>> attacks, string[] programs, Func<string?> impossible, Func<Task<TWorld>> open)
    where TWorld : IAsyncDisposable
{
    private readonly Lazy<Task<IReadOnlyList<AttackResult>>> results = new(() => RunAsync(attacks, open));

    /// <summary>The component's name.</summary>
    public string Component => component;

    /// <summary>Why it cannot run on this machine, or null.</summary>
    public string? Skip => RealProgram.Missing(programs) is { } missing ? $"{missing} is not installed" : impossible();

    /// <summary>The names of the attacks.</summary>
    public IEnumerable<string> Claims => attacks.Select(attack => attack.Claim);

    /// <summary>What came of them.</summary>
    public Task<IReadOnlyList<AttackResult>> Results => this.results.Value;

    /// <summary>Holds that one attack ended as it must.</summary>
    public async Task HoldsAsync(string claim)
    {
        var result = (await this.Results).Single(one => one.Claim == claim);
        Assert.Equal(result.Expected, result.Observed);
    }

    private static async Task<IReadOnlyList<AttackResult>> RunAsync(IReadOnlyList<Attack<TWorld>> attacks, Func<Task<TWorld>> open)
    {
        await using var world = await open();
        var ended = new List<AttackResult>();
        foreach (var attack in attacks)
        {
            string observed;
            try
            {
                observed = await attack.Try(world);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                observed = $"{error.GetType().Name}: {error.Message}"; // is not what was expected, and fails this attack alone
            }

            ended.Add(new(attack.Claim, attack.StoppedBy, attack.Policy, attack.Expected, observed));
        }

        return ended;
    }
}
