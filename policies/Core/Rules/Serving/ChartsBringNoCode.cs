using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ChartsBringNoCode() : ResourcePolicy(new PolicyInfo
{
    Id = "serving-charts-bring-no-code",
    Title = "Charts of model servers run no code of the model's",
    Why = "The values of several charts turn it on by default, or in their examples.",
    Severity = Severity.Critical,
    Types = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart"],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.T0011.000")],
    Remediation = "Remove --trust-remote-code and trustRemoteCode from the values.",
    Good = ["""{ "chart": "vllm-stack", "values": { "servingEngineSpec": { "modelSpec": [{ "vllmConfig": { "extraArgs": ["--max-logprobs=0"] } }] } } }""", """{ "chart": "a", "values": { "trustRemoteCode": false } }"""],
    Bad = ["""{ "chart": "vllm-stack", "values": { "servingEngineSpec": { "modelSpec": [{ "vllmConfig": { "extraArgs": ["--trust-remote-code"] } }] } } }""", """{ "chart": "a", "values": { "server": { "trust_remote_code": true } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Leaves("", resource["values"]).Where(leaf => IsSwitch(leaf.Name) ? leaf.Field.AsBoolean == true : leaf.Field.AsText is { } text && IsSwitch(text.Split('=')[0]) && !text.EndsWith("=false", StringComparison.OrdinalIgnoreCase)).Select(leaf => leaf.Field.Violation("not run code of the model's"));

    private static bool IsSwitch(string text) => string.Equals(string.Concat(text.Where(char.IsLetter)), "trustremotecode", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, Field Field)> Leaves(string name, Field field) => field.Kind switch
    {
        PropertyKind.Map => field.Members.SelectMany(member => Leaves(member.Name, member.Field)),
        PropertyKind.List => field.Items.SelectMany(item => Leaves(name, item)),
        _ => [(name, field)],
    };
}
