using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class NamespacesAreRestricted() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-namespaces-are-restricted",
    Title = "Namespaces enforce a Pod Security level",
    Why = "Without a label the namespace takes privileged pods from whoever may create pods.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Namespace],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Label the namespace pod-security.kubernetes.io/enforce: restricted.",
    Corrections = [new("pod-security.kubernetes.io/enforce", "\"restricted\"")],
    Good = ["""{ "metadata": { "name": "a", "labels": { "pod-security.kubernetes.io/enforce": "restricted" } } }"""],
    Bad = ["""{ "metadata": { "name": "a" } }""", """{ "metadata": { "name": "a", "labels": { "pod-security.kubernetes.io/enforce": "privileged" } } }"""],
    Equivalents = ["C-0192", "C-0193", "C-0194", "C-0195", "C-0196", "C-0197", "C-0198", "C-0199", "C-0200", "C-0201", "C-0202", "C-0203", "C-0204", "kyverno:deny-privileged-profile"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["metadata.name"].AsText is "kube-system" or "kube-public" or "kube-node-lease" or "default" ? [] : resource["metadata"].Member("labels").Member("pod-security.kubernetes.io/enforce").MustBeOneOf(["restricted", "baseline"]);
}
