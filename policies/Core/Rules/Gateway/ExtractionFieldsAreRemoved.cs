using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ExtractionFieldsAreRemoved() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-extraction-fields-are-removed",
    Title = "Fields that leak the model or multiply its work are removed",
    Why = "Log-probabilities let a caller copy the model; n and best_of multiply the work of one request.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.AiBackend],
    Threats = [Threat.ModelStealing, Threat.ResourceExhaustion],
    Controls = [Framework.Atlas("AML.M0002"), Framework.Atlas("AML.T0024.002"), Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Add logprobs, top_logprobs and prompt_logprobs to bodyMutation.remove, and set n to 1.",
    Good = ["""{ "spec": { "schema": { "name": "OpenAI" }, "bodyMutation": { "remove": ["logprobs", "top_logprobs", "prompt_logprobs"], "set": [{ "path": "n", "value": "1" }] } } }""", """{ "spec": { "schema": { "name": "AWSBedrock" } } }""", """{ "spec": { "schema": { "name": "OpenAI" }, "bodyMutation": { "remove": ["logprobs", "top_logprobs", "prompt_logprobs", "n"] } } }"""],
    Bad = ["""{ "spec": { "schema": { "name": "OpenAI" } } }""", """{ "spec": { "schema": { "name": "OpenAI" }, "bodyMutation": { "remove": ["logprobs"], "set": [{ "path": "n", "value": "1" }] } } }""", """{ "spec": { "schema": { "name": "OpenAI" }, "bodyMutation": { "remove": ["logprobs", "top_logprobs", "prompt_logprobs"] } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource)
    {
        if (resource["spec.schema.name"].AsText != "OpenAI")
        {
            yield break;
        }

        var (remove, set) = (resource["spec.bodyMutation.remove"], resource["spec.bodyMutation.set"]);
        var missing = Leaks.Where(field => !remove.Items.Any(one => one.AsText == field)).Concat(remove.Items.Any(one => one.AsText == "n") || set.Items.Any(one => one["path"].AsText == "n") ? [] : ["n"]).ToList();
        if (missing.Count > 0)
        {
            yield return remove.IsUnknown || remove.Items.Any(one => one.IsUnknown) || set.IsUnknown || set.Items.Any(one => one["path"].IsUnknown) ? remove.Undetermined($"contain {string.Join(", ", missing)}") : remove.Violation($"contain {string.Join(", ", missing)}");
        }
    }

    private static readonly string[] Leaks = ["logprobs", "top_logprobs", "prompt_logprobs"];
}
