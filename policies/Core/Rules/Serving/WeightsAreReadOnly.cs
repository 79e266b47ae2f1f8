using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class WeightsAreReadOnly() : ServerPolicy(new PolicyInfo
{
    Id = "serving-weights-are-read-only",
    Title = "The server cannot change its weights",
    Why = "A server that was broken into would otherwise serve other weights from then on, to all.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.DecisionExploitation],
    Controls = [Framework.OwaspLlm("LLM05:2026"), Framework.OwaspLlm("LLM04:2025"), Framework.Atlas("AML.T0018")],
    Remediation = "Mount the volume of the weights with readOnly: true.",
    Corrections = [new("readOnly", "true")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"], "volumeMounts": [{ "name": "m", "mountPath": "/models", "readOnly": true }] }], "volumes": [{ "name": "m", "persistentVolumeClaim": { "claimName": "w" } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models/a"], "volumeMounts": [{ "name": "m", "mountPath": "/models" }] }], "volumes": [{ "name": "m", "persistentVolumeClaim": { "claimName": "w", "readOnly": true } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models/a"], "volumeMounts": [{ "name": "m", "mountPath": "/models" }] }], "volumes": [{ "name": "m", "emptyDir": { } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"], "volumeMounts": [{ "name": "m", "mountPath": "/models" }] }], "volumes": [{ "name": "m", "persistentVolumeClaim": { "claimName": "w" } }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server)
    {
        foreach (var mount in server.Container["volumeMounts"].Items.Where(mount => server.Model.Text is { } model && mount["mountPath"].AsText?.TrimEnd('/') is { Length: > 0 } at && (model == at || model.StartsWith(at + "/", StringComparison.Ordinal))))
        {
            var volume = server.Container.Pod["volumes"].Items.FirstOrDefault(one => one["name"].AsText is { } name && name == mount["name"].AsText);
            var own = volume.Resource is null || !volume["emptyDir"].IsAbsent || volume["persistentVolumeClaim.readOnly"].AsBoolean == true || volume["csi.readOnly"].AsBoolean == true || !volume["image"].IsAbsent || !volume["configMap"].IsAbsent;
            foreach (var finding in own ? [] : mount["readOnly"].MustBe(true))
            {
                yield return finding;
            }
        }
    }
}
