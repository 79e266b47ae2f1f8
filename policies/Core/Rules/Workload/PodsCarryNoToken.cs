using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsCarryNoToken() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-carry-no-token",
    Title = "The pods carry no service account token",
    Why = "A token in a pod is the first thing that an intruder uses.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.CisAks("4.1.6")],
    Remediation = "Set automountServiceAccountToken to false.",
    Corrections = [new("automountServiceAccountToken", "false")],
    Good = ["""{ "automountServiceAccountToken": false, "containers": [] }"""],
    Bad = ["""{ "automountServiceAccountToken": true, "containers": [] }"""],
    Equivalents =
    [
        "CKV_K8S_38", "AVD-KSV-0036", "C-0034", "C-0190", "kics:48471392-d4d0-47c0-b135-cdec95eb3eef", "kyverno:restrict-automount-sa-token",
        "gatekeeper:automount-serviceaccount-token", "polaris:automountServiceAccountToken", "kubeaudit:asat",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) => pod["automountServiceAccountToken"] is { IsAbsent: false } own ? own.MustBe(false) : [];

    // Where the pod says nothing its account decides.
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var accounts = stack.OfType(KubernetesTypes.ServiceAccount).ToLookup(account => (Namespace: account["metadata.namespace"].AsText ?? "default", Name: account["metadata.name"].AsText));
        return stack.Pods.Where(pod => pod["automountServiceAccountToken"].IsAbsent)
            .Where(pod => pod["serviceAccountName"].IsUnknown || !accounts[(pod.Namespace ?? "", pod["serviceAccountName"].AsText ?? "default")].Any(account => account["automountServiceAccountToken"].AsBoolean == false))
            .SelectMany(pod => pod["serviceAccountName"].IsUnknown ? [pod["automountServiceAccountToken"].Undetermined("be false, for the pod or its account")] : pod["automountServiceAccountToken"].MustBe(false));
    }
}
