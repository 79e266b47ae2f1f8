using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class BudgetsAllowADisruption() : StackPolicy(new PolicyInfo
{
    Id = "workload-budgets-allow-a-disruption",
    Title = "Disruption budgets allow at least one disruption",
    Why = "A node whose pods may never be moved is never upgraded, and keeps its known flaws.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.PodDisruptionBudget, KubernetesTypes.Deployment],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Nist("SI-2"), Framework.Nist("SC-5")],
    Remediation = "Set maxUnavailable to 1 or more, or minAvailable below the number of replicas.",
    Good = ["""[{ "type": "kubernetes:policy/v1:PodDisruptionBudget", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "selector": { "matchLabels": { "app": "a" } }, "maxUnavailable": 1 } } }]""", """[{ "type": "kubernetes:policy/v1:PodDisruptionBudget", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "selector": { "matchLabels": { "app": "a" } }, "minAvailable": 1 } } }, { "type": "kubernetes:apps/v1:Deployment", "name": "d", "properties": { "metadata": { "name": "d", "namespace": "n" }, "spec": { "replicas": 2, "template": { "metadata": { "labels": { "app": "a" } }, "spec": { "containers": [] } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:policy/v1:PodDisruptionBudget", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "selector": { "matchLabels": { "app": "a" } }, "maxUnavailable": 0 } } }]""", """[{ "type": "kubernetes:policy/v1:PodDisruptionBudget", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "selector": { "matchLabels": { "app": "a" } }, "minAvailable": "100%" } } }]""", """[{ "type": "kubernetes:policy/v1:PodDisruptionBudget", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "selector": { "matchLabels": { "app": "a" } }, "minAvailable": 2 } } }, { "type": "kubernetes:apps/v1:Deployment", "name": "d", "properties": { "metadata": { "name": "d", "namespace": "n" }, "spec": { "replicas": 2, "template": { "metadata": { "labels": { "app": "a" } }, "spec": { "containers": [] } } } } }]"""],
    Equivalents = ["kyverno:pdb-maxunavailable", "kyverno:pdb-minavailable", "kube-linter:pdb-max-unavailable", "kube-linter:pdb-min-available", "polaris:pdbDisruptionsIsZero"],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var pods = stack.Pods.ToLookup(pod => pod.Namespace ?? "", StringComparer.Ordinal);
        return stack.OfType(KubernetesTypes.PodDisruptionBudget).SelectMany(budget => budget["spec.maxUnavailable"].Must("be more than 0", most => Amount(most) is not <= 0, whenAbsent: true)
            .Concat(budget["spec.minAvailable"].Must("leave a pod that may be moved", least => IsShare(least) ? Amount(least) is not >= 100 : Amount(least) is not { } number || number < Replicas(budget, pods), whenAbsent: true)));
    }

    // The replicas of the workload that the budget selects; endless where there is none, or their number is not known.
    private static double Replicas(Resource budget, ILookup<string, PodSpec> pods) => pods[budget["metadata.namespace"].AsText ?? "default"]
        .Where(pod => LabelSelector.From(budget["spec.selector"]).Matches(KubernetesObject.ReadLabels(pod.Metadata)) == Truth.Yes).Select(pod => pod.Owner["spec.replicas"])
        .Select(replicas => replicas.IsUnknown ? double.PositiveInfinity : replicas.AsNumber ?? 1).DefaultIfEmpty(double.PositiveInfinity).Sum();

    private static bool IsShare(Field amount) => amount.AsText?.EndsWith('%') == true;

    private static double? Amount(Field amount) => amount.AsNumber
        ?? (double.TryParse(amount.AsText?.TrimEnd('%'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var share) ? share : null);
}
