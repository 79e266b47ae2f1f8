using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class CacheIsPrivate() : ServerPolicy(new PolicyInfo
{
    Id = "serving-cache-is-private",
    Title = "The server's cache is its own",
    Why = "What is in the cache of compiled kernels runs as code: a volume that others write runs their code in the server.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.T0010")],
    Remediation = "Put VLLM_CACHE_ROOT, TORCHINDUCTOR_CACHE_DIR and TRITON_CACHE_DIR on an emptyDir.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_CACHE_ROOT", "value": "/cache/vllm" }], "volumeMounts": [{ "name": "cache", "mountPath": "/cache" }] }], "volumes": [{ "name": "cache", "emptyDir": { } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_CACHE_ROOT", "value": "/cache" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_CACHE_ROOT", "value": "/cache/vllm" }], "volumeMounts": [{ "name": "cache", "mountPath": "/cache" }] }], "volumes": [{ "name": "cache", "persistentVolumeClaim": { "claimName": "shared" } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "volumeMounts": [{ "name": "h", "mountPath": "/root/.cache" }] }], "volumes": [{ "name": "h", "hostPath": { "path": "/data" } }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server)
    {
        var places = Variables.Select(name => server.Variable(name)).Where(setting => setting.IsKnown).Select(setting => setting.Text ?? "").Append("/root/.cache/vllm").ToList();
        foreach (var mount in server.Container["volumeMounts"].Items.Where(mount => places.Any(place => Within(place, mount["mountPath"].AsText))))
        {
            var volume = server.Container.Pod["volumes"].Items.FirstOrDefault(one => one["name"].AsText == mount["name"].AsText);
            if (volume.Resource is not null && mount["readOnly"].AsBoolean != true && Shared.Any(kind => !volume.Member(kind).IsAbsent))
            {
                yield return mount.Violation("not put the server's cache on a volume that others may write");
            }
        }
    }

    private static readonly string[] Variables = ["VLLM_CACHE_ROOT", "TORCHINDUCTOR_CACHE_DIR", "TRITON_CACHE_DIR", "XDG_CACHE_HOME"];
    private static readonly string[] Shared = ["persistentVolumeClaim", "hostPath", "nfs", "azureFile", "csi"];

    private static bool Within(string place, string? mount) => mount?.TrimEnd('/') is { Length: > 0 } at && (place == at || place.StartsWith(at + "/", StringComparison.Ordinal));
}
