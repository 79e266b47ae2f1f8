using System.Security.Cryptography;
using System.Text;
using LlmOpsSecure.Infra.Tests.Mutations;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Model;
using Stack = LlmOpsSecure.Policies.Model.Stack;

namespace LlmOpsSecure.Infra.Tests;

/// <summary>
/// Each compliant stack is made insecure in one thing at a time, by the catalogue <c>Mutations/mutations.tsv</c>, as it is and in disguise; a policy that answers the broken control must object.
/// What survives is listed with a reason in <c>Mutations/survivors.tsv</c>. <c>docs/mutation.md</c> has the rate.
/// </summary>
public sealed class MutationTests
{
    private static readonly Lazy<Task<IReadOnlyList<Trial>>> Trials = new(TryAllAsync);

    [Fact]
    public async Task Every_insecure_change_is_caught_or_listed_with_a_reason()
    {
        var survivors = (await Trials.Value).Where(trial => !trial.Killed).Select(trial => $"{trial.Mutation.Name}\t{trial.Disguise}").ToHashSet(StringComparer.Ordinal);
        var listed = Survivors.Keys.ToHashSet(StringComparer.Ordinal);
        Assert.True(survivors.SetEquals(listed), $"Survive and are not listed:\n{string.Join('\n', survivors.Except(listed, StringComparer.Ordinal))}\nListed and do not survive:\n{string.Join('\n', listed.Except(survivors, StringComparer.Ordinal))}");
        Assert.All(Survivors.Values, reason => Assert.True(reason.Length > 20, "a survivor needs a reason"));
    }

    [Fact]
    public async Task Every_mutation_of_the_catalogue_is_made_somewhere()
    {
        var made = (await Trials.Value).Select(trial => trial.Mutation).ToHashSet();
        var idle = Mutation.Catalogue.Where(mutation => !made.Contains(mutation)).Select(mutation => mutation.Name).ToList();
        Assert.True(idle.Count == 0, string.Join('\n', idle));
    }

    [Fact]
    public async Task The_rate_is_written_down()
    {
        var file = Path.Combine(StackFile.Root, "docs", "mutation.md");
        var text = Text(await Trials.Value);
        if (Environment.GetEnvironmentVariable("LLMOPS_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), text);
    }

    private static Dictionary<string, string> Survivors { get; } = File.ReadLines(Path.Combine(StackFile.Root, "tests", "infra", "Mutations", "survivors.tsv")).Skip(1)
        .Select(line => line.Split('\t')).ToDictionary(fields => $"{fields[0]}\t{fields[1]}", fields => fields[2], StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Trial>> TryAllAsync()
    {
        var stacks = new List<Stack>();
        foreach (var name in StackFile.Names)
        {
            stacks.Add(PolicyView.Of(await Recorded.Stack(name)));
        }

        return [.. Mutation.Catalogue.AsParallel().AsOrdered().SelectMany(mutation => Try(mutation, stacks))];
    }

    // In two stacks that have a place for it, at one place each: as it is, and in one disguise. Which ones follows from the mutation's own text, so that runs are alike.
    private static IEnumerable<Trial> Try(Mutation mutation, List<Stack> stacks)
    {
        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(mutation.Name))));
        var pack = PolicyPack.Kit.Where(policy => Mutation.Policies[mutation.Control].Contains(policy.Id, StringComparer.Ordinal));
        var left = 2;
        foreach (var stack in stacks.OrderBy(_ => random.Next()))
        {
            var targets = Target.Of(stack, mutation).ToList();
            if (targets.Count == 0 || left-- == 0)
            {
                continue;
            }

            var target = targets[random.Next(targets.Count)];
            var disguises = Enum.GetValues<Disguise>().Where(disguise => disguise != Disguise.None && Mutant.Allows(mutation, target, disguise)).ToList();
            yield return Judge(mutation, target, stack, Disguise.None, pack);
            if (disguises.Count > 0)
            {
                yield return Judge(mutation, target, stack, disguises[random.Next(disguises.Count)], pack);
            }
        }
    }

    private static Trial Judge(Mutation mutation, Target target, Stack stack, Disguise disguise, PolicyPack pack)
    {
        var mutant = Mutant.Of(stack, mutation, target, disguise);
        var session = pack.Start();
        var reports = (mutant.Changed is null ? [] : session.Analyze(mutant.Changed)).Concat(session.AnalyzeStack(mutant.Stack));
        if (Environment.GetEnvironmentVariable("MUT_DEBUG") is { } file && !reports.Any(report => report.Result == PolicyResult.Violation || (disguise == Disguise.Unknown && report.Result == PolicyResult.Undetermined)))
        {
            var all = PolicyPack.Kit.Start();
            var found = (mutant.Changed is null ? [] : all.Analyze(mutant.Changed)).Concat(all.AnalyzeStack(mutant.Stack)).Where(r => r.Result is PolicyResult.Violation or PolicyResult.Undetermined).Select(r => (r.Result == PolicyResult.Undetermined ? "?" : "") + r.Policy.Id).Distinct();
            lock (Trials) { File.AppendAllText(file, $"{mutation.Name.Substring(0, Math.Min(230, mutation.Name.Length))}\t{disguise}\t[{target.Resource?.Name}] => {string.Join(' ', found)}\n"); }
        }

        return new(mutation, disguise, reports.Any(report => report.Result == PolicyResult.Violation || (disguise == Disguise.Unknown && report.Result == PolicyResult.Undetermined)));
    }

    private static string Text(IReadOnlyList<Trial> trials)
    {
        var text = new StringBuilder("""
            # Mutation

            Compliant stacks, each made insecure in one thing, and how often a policy that answers the broken control objected. Generated by `tests/infra/MutationTests.cs`
            (`LLMOPS_UPDATE=1 dotnet test tests/infra` writes it anew) from the catalogue `tests/infra/Mutations/mutations.tsv`, which was written from the control catalogues, not from the policies.

            | how it is hidden | made | caught |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var group in trials.GroupBy(trial => trial.Disguise).OrderBy(group => group.Key))
        {
            text.Append($"| {Describe(group.Key)} | {group.Count()} | {group.Count(trial => trial.Killed)} |\n");
        }

        text.Append($"| all | {trials.Count} | {trials.Count(trial => trial.Killed)} |\n\n## What survives\n\n");
        foreach (var (name, reason) in Survivors)
        {
            text.Append($"- `{name.Replace("\t", "`, ", StringComparison.Ordinal)}: {reason}\n");
        }

        return text.Append(Survivors.Count == 0 ? "Nothing.\n" : "").ToString();
    }

    private static string Describe(Disguise disguise) => disguise switch
    {
        Disguise.None => "not at all",
        Disguise.Secret => "marked as a secret",
        Disguise.Text => "written as text",
        Disguise.Unknown => "not known before deployment",
        Disguise.List => "in a list kind",
        Disguise.Patch => "in a patch kind",
        Disguise.InitContainer => "in an init container",
        _ => "under a deprecated token",
    };

    private sealed record Trial(Mutation Mutation, Disguise Disguise, bool Killed);
}
