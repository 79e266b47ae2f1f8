using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ScalersLeaveRoom() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-scalers-leave-room",
    Title = "Autoscalers may add pods",
    Why = "A scaler without room stops nobody who ties the server up.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.HorizontalPodAutoscaler],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nist("SC-5")],
    Remediation = "Set maxReplicas above minReplicas.",
    Good = ["""{ "spec": { "minReplicas": 2, "maxReplicas": 4 } }"""],
    Bad = ["""{ "spec": { "minReplicas": 4, "maxReplicas": 4 } }"""],
    Equivalents = ["kube-linter:hpa-minimum-three-replicas", "polaris:hpaMaxAvailability", "polaris:hpaMinAvailability"],
})
{
    public override IEnumerable<Finding> Check(Resource scaler) =>
        scaler["spec.maxReplicas"].Must("be more than minReplicas", most => most.AsNumber is not { } top || top > (scaler["spec.minReplicas"].IsUnknown ? 0 : scaler["spec.minReplicas"].AsNumber ?? 1), whenAbsent: true);
}
