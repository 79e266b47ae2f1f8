using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests.PodSecurity;

/// <summary>Holds the Pod Security policies to the code that the API server judges pods with, level by level.</summary>
public sealed partial class PodSecurityTests
{
    private static readonly IReadOnlyList<WorkloadPolicy> Baseline = [.. Of("baseline/")];
    private static readonly IReadOnlyList<WorkloadPolicy> Restricted = [.. Of("restricted/"), .. Baseline];

    [AdmitTheory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Generated_pods_are_judged_as_the_api_server_judges_them(int seed) => Agree([.. PodGenerator.Pods(seed, 4000)]);

    [AdmitFact]
    public Task The_examples_of_the_policies_are_judged_as_the_api_server_judges_them() =>
        Agree([.. PolicyPack.Kit.Policies.OfType<WorkloadPolicy>().SelectMany(policy => policy.Info.Good.Concat(policy.Info.Bad))
            .Select((example, index) => Pod($"example-{index}", JsonNode.Parse(example)!.AsObject()))]);

    [AdmitFact]
    public async Task The_pods_of_the_stacks_are_judged_as_the_api_server_judges_them()
    {
        var pods = new List<JsonObject>();
        foreach (var stack in StackFile.Names)
        {
            foreach (var pod in PolicyView.Of(await Recorded.Stack(stack)).Pods)
            {
                var made = Pod($"pod-{pods.Count}", Plain(pod.Spec)!.AsObject());
                made["metadata"]!["annotations"] = Plain(pod.Metadata.Member("annotations"));
                pods.Add(made);
            }
        }

        Assert.NotEmpty(pods);
        await Agree(pods);
    }

    private static IEnumerable<WorkloadPolicy> Of(string level) =>
        PolicyPack.Kit.Policies.OfType<WorkloadPolicy>().Where(policy => policy.Info.Controls.Any(control => control.Framework == "PSS" && control.Id.StartsWith(level, StringComparison.Ordinal)));

    private static async Task Agree(IReadOnlyList<JsonObject> pods)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            await File.WriteAllTextAsync(file, new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = new JsonArray([.. pods]) }.ToJsonString());
            var differences = new List<string>();
            foreach (var (level, policies) in new[] { ("baseline", Baseline), ("restricted", Restricted) })
            {
                var (_, output) = await Admit.RunAsync("--format", "json", "--level", level, file);
                var findings = JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray().ToLookup(finding => finding.GetProperty("item").GetInt32());
                for (var i = 0; i < pods.Count; i++)
                {
                    if (findings[i + 1].Any(finding => finding.GetProperty("message").GetString()!.Contains("cannot unmarshal", StringComparison.Ordinal)))
                    {
                        continue; // an example of something that is no pod
                    }

                    var theirs = findings[i + 1].Where(finding => finding.GetProperty("check").GetString() == "pod-security").Select(finding => finding.GetProperty("message").GetString()!).ToList();
                    var ours = Judge(pods[i], policies);
                    if (theirs.Count > 0 != ours.Count > 0 && !IsDocumented(level, pods[i], theirs, ours))
                    {
                        differences.Add($"{level}: {pods[i].ToJsonString()}\n  API server: {string.Join("; ", theirs)}\n  policies: {string.Join("; ", ours)}");
                    }
                }
            }

            Assert.True(differences.Count == 0, $"{differences.Count} of {pods.Count} pods:\n{string.Join('\n', differences.Take(10))}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    // The differences of docs/pod-security.md, and no others.
    private static bool IsDocumented(string level, JsonObject pod, List<string> theirs, List<string> ours)
    {
        var refused = ours.ToHashSet(StringComparer.Ordinal);
        return theirs.Count > 0 ? DropsAllInLowerCase(pod) && theirs.All(message => OnlyAboutDropping().IsMatch(message))
            : (pod["spec"]!["hostUsers"]?.GetValueKind() == JsonValueKind.False && refused.IsSubsetOf(["workload-pods-run-as-non-root", "workload-pods-have-a-user-other-than-root", "workload-processes-stay-masked"]))
                || (level == "restricted" && (string?)pod["spec"]!["os"]?["name"] == "windows" && refused.IsSubsetOf(["workload-containers-add-no-dangerous-capabilities", "workload-seccomp-is-not-off"]));
    }

    private static bool DropsAllInLowerCase(JsonObject pod) => new[] { "containers", "initContainers", "ephemeralContainers" }.SelectMany(list => pod["spec"]![list]?.AsArray() ?? [])
        .SelectMany(container => container!["securityContext"]?["capabilities"]?["drop"]?.AsArray() ?? []).Any(capability => (string?)capability is { } name && name != "ALL" && name.Equals("ALL", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("""^violates PodSecurity "restricted:latest" \(--level\): unrestricted capabilities \(containers? [^;]* must set securityContext\.capabilities\.drop=\["ALL"\]\)$""", RegexOptions.NonBacktracking)]
    private static partial Regex OnlyAboutDropping();

    // The policies that object.
    private static List<string> Judge(JsonObject pod, IReadOnlyList<WorkloadPolicy> policies)
    {
        var resource = new Resource { Type = KubernetesTypes.Pod, Name = "pod", Urn = "urn:pulumi:test::test::kubernetes:core/v1:Pod::pod", Properties = PropertyValue.Parse(pod.ToJsonString()) };
        return [.. PodSpec.Of(resource).SelectMany(one => policies.Where(policy => policy.Check(one).OfType<Violation>().Any())).Select(policy => policy.Info.Id)];
    }

    private static JsonObject Pod(string name, JsonObject spec) => new() { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = new JsonObject { ["name"] = name }, ["spec"] = spec };

    // What is not known or secret has no part in Pod Security.
    private static JsonNode? Plain(Field field) => field.Kind switch
    {
        PropertyKind.Boolean => JsonValue.Create(field.AsBoolean!.Value),
        PropertyKind.Number => JsonValue.Create((decimal)field.AsNumber!.Value),
        PropertyKind.Text => JsonValue.Create(field.AsText!),
        PropertyKind.List => new JsonArray([.. field.Items.Select(Plain)]),
        PropertyKind.Map => new JsonObject(field.Members.Select(member => KeyValuePair.Create(member.Name, Plain(member.Field)))),
        _ => null,
    };
}
