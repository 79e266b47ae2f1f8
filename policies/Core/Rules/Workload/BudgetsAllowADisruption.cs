using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class BudgetsAllowADisruption() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-budgets-allow-a-disruption",
    Title = "Disruption budgets allow at least one disruption",
    Why = "A node whose pods may never be moved is never upgraded, and keeps its known flaws.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.PodDisruptionBudget],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Nist("SI-2"), Framework.Nist("SC-5")],
    Remediation = "Set maxUnavailable to 1 or more, or minAvailable below the number of replicas.",
    Good = ["""{ "spec": { "maxUnavailable": 1 } }""", """{ "spec": { "minAvailable": "50%" } }"""],
    Bad = ["""{ "spec": { "maxUnavailable": 0 } }""", """{ "spec": { "minAvailable": "100%" } }"""],
    Equivalents = ["kyverno:pdb-maxunavailable", "kyverno:pdb-minavailable", "kube-linter:pdb-max-unavailable", "kube-linter:pdb-min-available", "polaris:pdbDisruptionsIsZero"],
})
{
    public override IEnumerable<Finding> Check(Resource budget) =>
        budget["spec.maxUnavailable"].Must("be more than 0", most => Amount(most) is not <= 0, whenAbsent: true)
        .Concat(budget["spec.minAvailable"].Must("be less than 100%", least => least.AsText?.EndsWith('%') != true || Amount(least) is not >= 100, whenAbsent: true));

    private static double? Amount(Field amount) => amount.AsNumber
        ?? (double.TryParse(amount.AsText?.TrimEnd('%'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var share) ? share : null);
}
