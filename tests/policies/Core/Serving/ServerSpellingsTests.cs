using System.Text.Encodings.Web;
using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Serving;

/// <summary>A policy about model servers says the same of each of its examples in every spelling: the cases are made of the examples.</summary>
public sealed class ServerSpellingsTests
{
    private static readonly WorkloadPolicy[] Policies = [.. PolicyPack.Kit.Policies.OfType<WorkloadPolicy>().Where(policy => policy.GetType().BaseType!.Name == "ServerPolicy")];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Spellings => [.. ServerSpellings.All.Keys];

    public static TheoryData<string> Ids => [.. Policies.Where(policy => policy.Info.Bad.Any(example => ServerLine.Of(example) is { Options.Count: > 0 })).Select(policy => policy.Info.Id)];

    [Theory, MemberData(nameof(Spellings))]
    public void A_spelling_changes_no_verdict(string spelling)
    {
        var wrong = new List<string>();
        var tried = 0;
        foreach (var (policy, example) in Policies.SelectMany(policy => policy.Info.Bad.Concat(policy.Info.Good), (policy, example) => (policy, example)))
        {
            if (ServerLine.Of(example) is { } line && ServerSpellings.All[spelling](line) is var (pod, data))
            {
                tried++;
                var (expected, found) = (Verdict(policy, example, []), Verdict(policy, pod.ToJsonString(Readable), data));
                wrong.AddRange(expected == found ? [] : [$"{policy.Info.Id}: {found} of {pod.ToJsonString(Readable)}{string.Concat(data.Select(one => $"\n  {one.Key}: {one.Value}"))}"]);
            }
        }

        Assert.True(tried > 0 && wrong.Count == 0, $"{wrong.Count} of {tried}:\n{string.Join('\n', wrong)}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_last_of_two_options_counts(string id)
    {
        var policy = Policies.Single(one => one.Info.Id == id);
        var lines = policy.Info.Bad.Concat(policy.Info.Good).Select(example => (Example: example, Line: ServerLine.Of(example))).Where(one => one.Line is { Options.Count: > 0 }).ToList();
        foreach (var (example, line) in lines)
        {
            // In front of each option the same one with the value of another example, or denied.
            foreach (var other in lines.Select(one => one.Line!).Where(one => one.Engine == line!.Engine))
            {
                var doubled = line!.Options.SelectMany(option => other.Options.Where(one => one.Name == option.Name).Select(one => one.Value is null ? $"--no-{one.Name.TrimStart('-')}" : $"{one.Name}={one.Value}").Append(option.Value is null ? option.Name : $"{option.Name}={option.Value}"));
                Assert.Equal(Verdict(policy, example, []), Verdict(policy, line.Pod(line.Program, doubled).ToJsonString(), []));
            }
        }
    }

    // What the pod shows alone, and with the stack at hand.
    private static string Verdict(WorkloadPolicy policy, string spec, IReadOnlyList<(string Key, string Value)> data)
    {
        Resource[] resources = [Resource(KubernetesTypes.Pod, $$"""{ "metadata": { "name": "a", "namespace": "n" }, "spec": {{spec}} }"""), Resource(KubernetesTypes.ConfigMap, $$"""{ "metadata": { "name": "c", "namespace": "n" }, "data": { {{string.Join(", ", data.Select(one => $"{JsonSerializer.Serialize(one.Key)}: {JsonSerializer.Serialize(one.Value)}"))}} } }""")];
        var findings = PodSpec.Of(resources[0]).SelectMany(policy.Check).Concat(policy.Check(new Stack(resources))).ToList();
        return findings.Any(finding => finding is Violation) ? "violation" : findings.Count > 0 ? "undetermined" : "nothing";
    }

    private static Resource Resource(string type, string json) => new() { Type = type, Name = "a", Urn = $"urn:pulumi:s::p::{type}::a", Properties = PropertyValue.Parse(json) };
}
