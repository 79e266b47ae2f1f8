using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class ContainerLogsWithholdPrompts() : StackPolicy(new PolicyInfo
{
    Id = "audit-container-logs-withhold-prompts",
    Title = "What model servers and tools write to their output is transformed before it is stored",
    Why = "A model server or a tool that writes a prompt to its output puts it into a workspace that more people read than the application, and that keeps it for months.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/dataCollectionRule:DataCollectionRule", KubernetesTypes.Pod],
    Threats = [Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2025"), Framework.Mcsb("DP-1"), Framework.Nist("AU-9")],
    Remediation = "Set transformKql of the data flow of container logs to a query that withholds LogMessage of the containers that may write prompts.",
    Good =
    [
        $$"""[{{Server}}, { "type": "azure:monitoring/dataCollectionRule:DataCollectionRule", "name": "b", "properties": { "dataFlows": [{ "streams": ["Microsoft-ContainerLogV2"], "transformKql": "source | where ContainerName == 'guard'" }] } }]""",
        $$"""[{{Server}}, { "type": "azure:monitoring/dataCollectionRule:DataCollectionRule", "name": "b", "properties": { "dataFlows": [{ "streams": ["Microsoft-Perf"] }] } }]""",
        """[{ "type": "azure:monitoring/dataCollectionRule:DataCollectionRule", "name": "b", "properties": { "dataFlows": [{ "streams": ["Microsoft-ContainerLogV2"] }] } }]""",
    ],
    Bad =
    [
        $$"""[{{Server}}, { "type": "azure:monitoring/dataCollectionRule:DataCollectionRule", "name": "b", "properties": { "dataFlows": [{ "streams": ["Microsoft-ContainerLogV2"] }] } }]""",
        $$"""[{{Server}}, { "type": "azure:monitoring/dataCollectionRule:DataCollectionRule", "name": "b", "properties": { "dataFlows": [{ "streams": ["Microsoft-ContainerInsights-Group-Default"], "transformKql": "source" }] } }]""",
    ],
})
{
    private const string Server = """{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0" }] } } }""";

    private static readonly string[] Streams = ["Microsoft-ContainerLog", "Microsoft-ContainerLogV2", "Microsoft-ContainerLogV2-HighScale", "Microsoft-ContainerInsights-Group-Default"];

    public override IEnumerable<Finding> Check(Stack stack) =>
        Reaching.ModelServers(stack).Count == 0 && Reaching.Sandboxes(stack).Count == 0 ? [] : stack.OfType("azure:monitoring/dataCollectionRule:DataCollectionRule")
            .SelectMany(rule => rule["dataFlows"].Items)
            .Where(flow => flow["streams"].Items.Any(stream => Streams.Contains(stream.AsText, StringComparer.OrdinalIgnoreCase)))
            .SelectMany(flow => flow["transformKql"].AsText?.Trim() == "source" ? [flow["transformKql"].Violation("change what it takes from source")] : flow["transformKql"].MustExist());
}
