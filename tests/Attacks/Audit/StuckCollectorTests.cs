using System.Text.Json;
using LlmOpsSecure.Attacks.Guard;

namespace LlmOpsSecure.Attacks.Audit;

/// <summary>
/// What a guard knows of a collector that is stuck, of a full disk of the node or of a dead sink is that nobody reads its output any more. It serves on, and
/// the trail says afterwards how many lines are missing: a gap in their numbers, for which <c>audit-lines-missing</c> searches.
/// </summary>
public sealed class StuckCollectorTests
{
    private const int Requests = 1500;

    [Needs("haproxy", "mkfifo", "timeout", "sh")]
    public async Task Lines_that_nobody_read_are_missing_by_number()
    {
        await using var world = await GuardWorld.OpenAsync(GuardTenants.Configuration);
        var pipe = Path.Combine(world.Folder, "output");
        await RealProgram.RunAsync("mkfifo", pipe);
        await world.RestartAsync(0, pipe);
        for (var count = 0; count < Requests; count++)
        {
            Assert.Equal("200", await GuardAttacks.Ask(world, world.Caller, GuardTenants.Quiet, "{}"));
        }

        // The collector lives again: what the pipe held is read, and then what comes after.
        var numbers = await ReadAsync(pipe);
        Assert.InRange(numbers.Count, 1, Requests - 1);
        Assert.Equal("200", await GuardAttacks.Ask(world, world.Caller, GuardTenants.Quiet, "{}"));
        numbers.AddRange(await ReadAsync(pipe));
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(numbers.Distinct(), numbers);
        var lost = numbers.Zip(numbers.Skip(1), (one, next) => next - one - 1).Sum();
        Assert.True(lost > 0 && numbers.Count + lost == numbers[^1] - numbers[0] + 1 && numbers[^1] > Requests, $"{numbers.Count} of {numbers[^1]} lines, {lost} missing by number");
    }

    private static async Task<List<long>> ReadAsync(string pipe)
    {
        var (_, text) = await RealProgram.RunAsync("timeout", "1", "cat", pipe);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("n").GetInt64();
        })];
    }
}
