using System.Diagnostics;
using System.Globalization;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Benchmarks;

/// <summary>The full network matrix of a cluster, as classes: how its cost grows with pods where the classes stay, and with classes where the pods stay.</summary>
internal static class ProofBenchmark
{
    private const int Namespaces = 200;
    private const int Policies = 2_000;

    public static void Run(int repetitions)
    {
        Console.WriteLine("| pods | kinds of pods a namespace | classes | pairs of classes that connect | seconds | allocated, MB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (pods, kinds) in new[] { (2_500, 5), (5_000, 5), (10_000, 5), (20_000, 5), (10_000, 1), (10_000, 2), (10_000, 10) })
        {
            var stack = Cluster(pods, kinds);
            var best = Enumerable.Range(0, repetitions).Select(_ => Measure(stack)).MinBy(one => one.Seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {pods:N0} | {kinds} | {best.Classes:N0} | {best.Pairs:N0} | {best.Seconds:F2} | {best.Megabytes:F0} |"));
        }
    }

    private static (int Classes, int Pairs, double Seconds, double Megabytes) Measure(Stack stack)
    {
        var (began, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var matrix = NetworkMatrix.Of(NetworkProof.Of(stack));
        return (matrix.Classes.Count, matrix.Connections.Count, Stopwatch.GetElapsedTime(began).TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1048576.0);
    }

    // Each namespace denies by default; each policy lets one kind of pods of its namespace be called by one kind of another.
    private static Stack Cluster(int pods, int kinds)
    {
        var resources = new List<Resource>();
        void Add(string type, string name, string json) => resources.Add(new() { Type = type, Name = name, Urn = $"urn:pulumi:b::b::{type}::{name}", Properties = PropertyValue.Parse(json) });
        for (var index = 0; index < Namespaces; index++)
        {
            Add("kubernetes:core/v1:Namespace", $"ns-{index}", $$$$"""{"metadata":{"name":"ns-{{{{index}}}}","labels":{"team":"t{{{{index % 10}}}}"}}}""");
        }

        for (var index = 0; index < pods; index++)
        {
            Add("kubernetes:core/v1:Pod", $"pod-{index}", $$$"""{"metadata":{"name":"pod-{{{index}}}","namespace":"ns-{{{index % Namespaces}}}","labels":{"app":"k{{{index / Namespaces % kinds}}}","pod":"p{{{index}}}"}},"spec":{"containers":[{"ports":[{"name":"web","containerPort":8080}]}]}}""");
        }

        for (var index = 0; index < Policies; index++)
        {
            var (space, round) = (index % Namespaces, index / Namespaces);
            var spec = round == 0 ? """{"podSelector":{},"policyTypes":["Ingress","Egress"]}"""
                : round == 1 ? """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{}}]},{"to":[{"ipBlock":{"cidr":"10.0.0.0/8"}}],"ports":[{"port":443}]}]}"""
                : $$$$"""{"podSelector":{"matchLabels":{"app":"k{{{{round % kinds}}}}"}},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"ns-{{{{(space + round) % Namespaces}}}}"}},"podSelector":{"matchLabels":{"app":"k{{{{(round + 1) % kinds}}}}"}}}],"ports":[{"port":"web"}]}]}""";
            Add("kubernetes:networking.k8s.io/v1:NetworkPolicy", $"policy-{index}", $$$"""{"metadata":{"name":"policy-{{{index}}}","namespace":"ns-{{{space}}}"},"spec":{{{spec}}}}""");
        }

        return new(resources);
    }
}
