using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class OperatorsAreOpaque() : ResourcePolicy(new PolicyInfo
{
    Id = "serving-operators-are-opaque",
    Title = "Servers that an operator makes are looked at",
    Why = "The pods that an operator makes of this object are not visible here: KAITO, for one, turns on code of the model's for the servers that it generates.",
    Severity = Severity.Low,
    Types = Kinds,
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.T0011.000")],
    Remediation = "Write the server as a Deployment, or check the operator's pods in the cluster by admission.",
    Good = [],
    Bad = ["""{ "spec": {} }"""],
})
{
    /// <summary>The objects that an operator makes servers of, with their services and accounts.</summary>
    internal static readonly string[] Kinds =
    [
        "kubernetes:kaito.sh/v1beta1:Workspace", "kubernetes:kaito.sh/v1alpha1:RAGEngine", "kubernetes:kaito.sh/v1alpha1:InferenceSet", "kubernetes:apps.nvidia.com/v1alpha1:NIMService",
        "kubernetes:apps.nvidia.com/v1alpha1:NIMPipeline", "kubernetes:serving.kserve.io/v1beta1:InferenceService", "kubernetes:serving.kserve.io/v1alpha1:LLMInferenceService", "kubernetes:production-stack.vllm.ai/v1alpha1:VLLMRuntime", "kubernetes:nvidia.com/v1alpha1:DynamoGraphDeployment",
    ];

    public override IEnumerable<Finding> Check(Resource resource) =>
        [resource.Violation("the object makes model servers that are not visible before deployment: what the operator adds must be checked by admission")];
}
