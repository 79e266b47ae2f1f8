using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Benchmarks;

/// <summary>A pack to measure.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Folder">Where it starts.</param>
/// <param name="Command">Program and arguments; <c>{engine}</c> becomes the address of the engine.</param>
/// <param name="Environment">Variables beside the inherited ones.</param>
internal sealed record Contestant(string Name, string Folder, string[] Command, IReadOnlyDictionary<string, string> Environment);

/// <summary>What one run of a pack took.</summary>
internal sealed record PackRun(double StartSeconds, double AnalyzePerSecond, double AnalyzeAtOncePerSecond, double CpuSecondsPer10000, double StackSeconds, double StackCpuSeconds, double PeakMegabytes, IReadOnlyList<string> Findings);

/// <summary>Plays the engine: starts a pack and asks what the engine asks, with messages that were made before.</summary>
internal static class Driver
{
    private const int AtOnce = 16;

    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static async Task<PackRun> RunAsync(Contestant contestant, IReadOnlyList<Generated> stack, int calls)
    {
        var requests = stack.Take(calls).Select(resource => Fill(resource).ToByteArray()).ToList();
        var whole = new AnalyzeStackRequest();
        whole.Resources.AddRange(stack.Select(resource => new AnalyzerResource
        {
            Type = resource.Type,
            Name = resource.Name,
            Urn = resource.Urn,
            Parent = Generated.Root,
            Properties = Properties(resource),
            Options = new() { Parent = Generated.Root },
            Dependencies = { resource.Dependencies },
        }));
        var stackRequest = whole.ToByteArray();
        whole = null;

        // The engine's address is one where nobody listens: neither pack needs an answer of it here.
        var start = new ProcessStartInfo(contestant.Command[0], contestant.Command[1..].Select(argument => argument.Replace("{engine}", "127.0.0.1:0", StringComparison.Ordinal))) { WorkingDirectory = contestant.Folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in contestant.Environment)
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var port = int.Parse(await process.StandardOutput.ReadLineAsync() ?? "", CultureInfo.InvariantCulture);
            using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}", new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
            var client = new Analyzer.AnalyzerClient(channel);
            await client.ConfigureStackAsync(new() { Stack = "prod", Project = "bench", Organization = "organization" });
            var info = await client.GetAnalyzerInfoAsync(new());
            var startSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var configuration = new ConfigureAnalyzerRequest();
            foreach (var policy in info.Policies)
            {
                configuration.PolicyConfig[policy.Name] = new() { EnforcementLevel = policy.EnforcementLevel, Properties = ByteString.Empty };
                if (policy.ConfigSchema is null)
                {
                    continue;
                }

                // The engine fills in the schema's defaults.
                configuration.PolicyConfig[policy.Name].Properties = ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.MapOf(
                    WireProperties.FromStruct(policy.ConfigSchema.Properties.Memory).Members.Where(property => property.Value["default"] is not null).Select(property => KeyValuePair.Create(property.Key, property.Value["default"]!)))));
            }

            await client.ConfigureAsync(configuration);
            var answers = new List<byte[]>();
            var before = Usage.Of(process.Id);
            began = Stopwatch.GetTimestamp();
            foreach (var request in requests)
            {
                answers.Add(await Ask(channel, "Analyze", request));
            }

            var one = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var after = Usage.Of(process.Id);
            began = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, _) => await Ask(channel, "Analyze", request));
            var many = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var beforeStack = Usage.Of(process.Id);
            began = Stopwatch.GetTimestamp();
            answers.Add(await Ask(channel, "AnalyzeStack", stackRequest));
            var stackSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var end = Usage.Of(process.Id);
            return new(
                startSeconds,
                requests.Count / one,
                requests.Count / many,
                (after.CpuSeconds - before.CpuSeconds) * 10_000 / requests.Count,
                stackSeconds,
                end.CpuSeconds - beforeStack.CpuSeconds,
                end.PeakMegabytes,
                [.. answers.SelectMany((bytes, index) => AnalyzeResponse.Parser.ParseFrom(bytes).Diagnostics.Select(diagnostic => $"{diagnostic.PolicyName}\t{(diagnostic.Urn.Length > 0 ? diagnostic.Urn : stack[index].Urn)}")).Order(StringComparer.Ordinal)]);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<byte[]> Ask(GrpcChannel channel, string method, byte[] request) =>
        await channel.CreateCallInvoker().AsyncUnaryCall(new Method<byte[], byte[]>(MethodType.Unary, "pulumirpc.Analyzer", method, Raw, Raw), null, default, request);

    private static AnalyzeRequest Fill(Generated resource) => new() { Type = resource.Type, Name = resource.Name, Urn = resource.Urn, Properties = Properties(resource), Options = new() { Parent = Generated.Root } };

    private static ByteString Properties(Generated resource) => ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.Parse(resource.Inputs)));
}
