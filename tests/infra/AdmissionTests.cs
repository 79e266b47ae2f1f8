using System.Text.Json;
using System.Text.Json.Nodes;
using LlmOpsSecure.Infra.Admission;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests;

/// <summary>Every admission rule refuses what it is there for and lets the kit's own pods pass, as the API server's libraries evaluate it.</summary>
public sealed class AdmissionTests
{
    private const string Registry = "llmagentsimages.azurecr.io";
    private const string Digest = "@sha256:0000000000000000000000000000000000000000000000000000000000000000";

    // A namespace, the rule that refuses, and what is changed in a good pod of it.
    private static readonly (string Namespace, string Rule, string Change)[] BadPods =
    [
        ("models", "images-are-pinned", """{"containers":[{"name":"vllm","image":"docker.io/vllm/vllm-openai:latest"}]}"""),
        ("models", "images-are-pinned", $$"""{"containers":[{"name":"vllm","image":"{{Registry}}/vllm:v0.32.0"}]}"""),
        ("sandbox-search", "images-are-pinned", """{"initContainers":[{"name":"setup","image":"busybox"}]}"""),
        ("sandbox-search", "sandboxes-run-in-virtual-machines", """{"runtimeClassName":null}"""),
        ("sandbox-search", "sandboxes-run-in-virtual-machines", """{"runtimeClassName":"runc"}"""),
        ("sandbox-search", "pods-carry-no-token", """{"automountServiceAccountToken":true}"""),
        ("models", "pods-carry-no-token", """{"automountServiceAccountToken":null}"""),
        ("edge-search", "pods-carry-no-token", """{"volumes":[{"name":"t","projected":{"sources":[{"serviceAccountToken":{"path":"t"}}]}}]}"""),
        ("sandbox-search", "sandboxes-hold-no-secrets", """{"volumes":[{"name":"s","secret":{"secretName":"s"}}]}"""),
        ("sandbox-search", "sandboxes-hold-no-secrets", Container("tool", """ "env":[{"name":"K","valueFrom":{"secretKeyRef":{"name":"s","key":"k"}}}] """)),
        ("sandbox-search", "gpus-are-for-models", """{"tolerations":[{"key":"sku","operator":"Equal","value":"gpu","effect":"NoSchedule"}]}"""),
        ("edge-search", "gpus-are-for-models", """{"tolerations":[{"operator":"Exists"}]}"""),
        ("edge-search", "gpus-are-for-models", Container("tool", """ "resources":{"limits":{"nvidia.com/gpu":"1"}} """)),
        ("models", "model-servers-keep-their-flags", Vllm("--trust-remote-code")),
        ("models", "model-servers-keep-their-flags", Vllm("--trust_remote_code=true")),
        ("models", "model-servers-keep-their-flags", Vllm("--api-key=abc")),
        ("models", "model-servers-keep-their-flags", $$"""{"containers":[{"name":"vllm","image":"{{Registry}}/vllm{{Digest}}","args":["--host=0.0.0.0","--max-logprobs=0","--load-format=safetensors"]}]}"""),
        ("models", "model-servers-keep-their-flags", $$"""{"containers":[{"name":"other","image":"{{Registry}}/vllm{{Digest}}","env":[{"name":"VLLM_SERVER_DEV_MODE","value":"1"}]}]}"""),
    ];

    public static TheoryData<string, string, string> Bad
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (inNamespace, rule, change) in BadPods)
            {
                data.Add(inNamespace, rule, change);
            }

            return data;
        }
    }

    [AdmitTheory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_pod_is_refused_by_its_rule(string inNamespace, string rule, string change)
    {
        var findings = await Judge(Pod(inNamespace, change));
        Assert.Contains($"llmops-{rule}", findings);
    }

    [AdmitTheory]
    [InlineData("models")]
    [InlineData("edge-search")]
    [InlineData("sandbox-search")]
    public async Task A_good_pod_is_admitted(string inNamespace)
    {
        Assert.Empty(await Judge(Pod(inNamespace, "{}")));
    }

    [Fact]
    public void Every_rule_about_pods_has_a_bad_one() =>
        Assert.Empty(AdmissionRules.Of(Registry).Where(rule => rule.Resources.Contains("pods")).Select(rule => rule.Name).Except(BadPods.Select(pod => pod.Rule), StringComparer.Ordinal));

    [AdmitTheory]
    [InlineData("exec")]
    [InlineData("attach")]
    [InlineData("portforward")]
    public async Task Nobody_enters_a_pod(string subresource)
    {
        Assert.Contains("llmops-nobody-enters-a-pod", await Judge(Pod("models", "{}"), "--operation", "CONNECT", "--subresource", subresource));
    }

    [AdmitFact]
    public async Task A_service_that_leaves_the_cluster_is_refused()
    {
        var service = """{"apiVersion":"v1","kind":"Service","metadata":{"name":"s","namespace":"models"},"spec":{"type":"LoadBalancer","selector":{"a":"b"},"ports":[{"port":443}]}}""";
        Assert.Contains("llmops-services-stay-inside", await Judge(service));
    }

    private static string Container(string name, string more) => "{\"containers\":[{\"name\":\"" + name + "\",\"image\":\"" + Registry + "/" + name + Digest + "\"," + more + "}]}";

    private static string Vllm(string flag) => $$"""{"containers":[{"name":"vllm","image":"{{Registry}}/vllm{{Digest}}","args":["--host=127.0.0.1","--max-logprobs=0","--load-format=safetensors","{{flag}}"]}]}""";

    // A pod that breaks nothing, with the change laid over its specification; a null takes a field away.
    private static string Pod(string inNamespace, string change)
    {
        var spec = new JsonObject
        {
            ["automountServiceAccountToken"] = false,
            ["containers"] = new JsonArray(new JsonObject { ["name"] = "one", ["image"] = $"{Registry}/one{Digest}" }),
        };
        if (inNamespace.StartsWith("sandbox-", StringComparison.Ordinal))
        {
            spec["runtimeClassName"] = "kata-vm-isolation";
        }

        foreach (var (key, value) in JsonNode.Parse(change)!.AsObject())
        {
            spec.Remove(key);
            if (value is not null)
            {
                spec[key] = value.DeepClone();
            }
        }

        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = new JsonObject { ["name"] = "tried", ["namespace"] = inNamespace }, ["spec"] = spec }.ToJsonString();
    }

    // The names of the policies that refuse the object.
    private static async Task<IReadOnlyList<string>> Judge(string candidate, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var stack = await Recorded.Stack("agents");
        foreach (var (index, resource) in stack.Resources.Where(resource => resource.Type is "kubernetes:core/v1:Namespace" || resource.Type.Contains("ValidatingAdmissionPolicy", StringComparison.Ordinal)).Index())
        {
            folder.Write($"{index}.json", resource.Json);
        }

        folder.Write("tried.json", candidate);
        var (_, output) = await Admit.RunAsync([.. options, "--format", "json", folder.Path]);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("check").GetString() == "admission-policy" && finding.GetProperty("severity").GetString() == "error")
            .Select(finding => finding.GetProperty("policy").GetString()!)];
    }
}
