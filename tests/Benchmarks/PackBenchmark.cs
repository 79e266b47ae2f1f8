using System.Globalization;

namespace LlmOpsSecure.Benchmarks;

/// <summary>Our packs against the same policies on the official Node.js SDK, over the protocol that the engine speaks.</summary>
internal static class PackBenchmark
{
    public static async Task RunAsync(string root, int[] sizes, int calls, int repetitions, bool withNode)
    {
        var native = Published.Packs(root);
        var own = new Dictionary<string, string>();
        List<Contestant> contestants =
        [
            new("20 policies, native", root, [Path.Combine(native, "LlmOpsSecure.Benchmarks"), "serve", "{engine}"], own),
            new("whole kit, native", root, [Path.Combine(native, "llmops-policies"), "{engine}"], own),
        ];
        if (withNode)
        {
            var node = Published.NodeModules(root, "tests/policies/CrossGuard/node");
            contestants.Insert(0, new("20 policies, Node.js", Path.Combine(root, "tests", "Benchmarks", "node"), ["node", Path.Combine(node, "@pulumi", "pulumi", "cmd", "run-policy-pack"), "{engine}", "."], new Dictionary<string, string> { ["NODE_PATH"] = node, ["NODE_OPTIONS"] = "--max-old-space-size=12000" }));
        }

        Console.WriteLine("| resources | pack | start, s | Analyze/s, one by one | Analyze/s, 16 at once | CPU s per 10,000 | AnalyzeStack, s | its CPU, s | peak, MB | findings |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            var stack = Generated.Stack(size);
            IReadOnlyList<string>? expected = null;
            foreach (var contestant in contestants)
            {
                var runs = new List<PackRun>();
                for (var i = 0; i < repetitions; i++)
                {
                    runs.Add(await Driver.RunAsync(contestant, stack, Math.Min(size, calls)));
                }

                double Median(Func<PackRun, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {contestant.Name} | {Median(run => run.StartSeconds):F3} | {Median(run => run.AnalyzePerSecond):F0} | {Median(run => run.AnalyzeAtOncePerSecond):F0} | {Median(run => run.CpuSecondsPer10000):F2} | {Median(run => run.StackSeconds):F3} | {Median(run => run.StackCpuSeconds):F2} | {Median(run => run.PeakMegabytes):F0} | {runs[0].Findings.Count} |"));
                if (contestant.Name.StartsWith("20 policies", StringComparison.Ordinal))
                {
                    expected ??= runs[0].Findings;
                    if (!runs.All(run => run.Findings.SequenceEqual(expected)))
                    {
                        throw new InvalidOperationException($"{contestant.Name} found other things than {contestants[0].Name}: {string.Join(", ", runs[^1].Findings.Except(expected).Concat(expected.Except(runs[^1].Findings)).Take(5))}");
                    }
                }
            }
        }
    }
}
