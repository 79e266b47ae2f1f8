using System.Globalization;
using LlmOpsSecure.Benchmarks;
using LlmOpsSecure.CrossGuard;

// docs/performance.md says how the benchmarks are run.
string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
int[] Sizes(string otherwise) => [.. Option("--sizes", otherwise).Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
var repetitions = int.Parse(Option("--repetitions", "1"), CultureInfo.InvariantCulture);

switch (args.FirstOrDefault())
{
    case "packs":
        await PackBenchmark.RunAsync(Root(), Sizes("1000,10000,50000"), int.Parse(Option("--calls", "2000"), CultureInfo.InvariantCulture), repetitions, !args.Contains("--no-node"));
        return 0;
    case "check":
        CheckBenchmark.Run(Root(), Sizes("1000,10000,100000"), repetitions);
        return 0;
    case "preview":
        PreviewBenchmark.Run(Root(), repetitions);
        return 0;
    case "proofs":
        ProofBenchmark.Run(repetitions);
        return 0;
    case "serve":
        return await PolicyPackServer.RunAsync(TwentyPolicies.Pack, args[1..], Console.Out, Console.Error);
    case "floor":
        CheckBenchmark.Floor(args[1]);
        return 0;
    default:
        Console.Error.WriteLine("usage: packs [--sizes N,N] [--calls N] [--repetitions N] [--no-node] | check [--sizes N,N] [--repetitions N] | preview [--repetitions N] | proofs [--repetitions N] | serve ADDRESS | floor FILE");
        return 2;
}

static string Root()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "LlmOpsSecure.sln")))
    {
        folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The benchmarks run from a checkout of the repository.");
    }

    return folder;
}
