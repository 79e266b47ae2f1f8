using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsDoNotUseTheDefaultAccount() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-do-not-use-the-default-account",
    Title = "The pods do not use the default service account",
    Why = "Rights that somebody gives the default account reach every pod of the namespace.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Make an account for the workload.",
    Good = ["""{ "serviceAccountName": "server", "containers": [] }""", """{ "automountServiceAccountToken": false, "containers": [] }"""],
    Bad = ["""{ "serviceAccountName": "default", "containers": [] }""", """{ "containers": [] }"""],
    Equivalents = ["kics:591ade62-d6b0-4580-b1ae-209f80ba1cd9", "kube-linter:default-service-account"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["serviceAccountName"].Must("name an account of the workload", account => account.AsText is not ("default" or ""), whenAbsent: pod["automountServiceAccountToken"] is { IsUnknown: true } or { AsBoolean: false } || !pod["serviceAccount"].IsAbsent);
}
