using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class DashboardIsNotUsed() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-dashboard-is-not-used",
    Title = "No pod runs the Kubernetes dashboard",
    Why = "The dashboard acts with its own account for whoever reaches it.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nist("SI-2")],
    Remediation = "Use kubectl with your own name.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/kubernetes-dashboard:v2" }] }"""],
    Equivalents = ["CKV_K8S_33", "C-0014", "kics:d2ad057f-0928-41ef-a83c-f59203bb855b"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        Label(pod) is { } label ? [label.Violation("not be kubernetes-dashboard")] : pod["serviceAccountName"].MustNotBe("kubernetes-dashboard").Concat(pod.Containers.SelectMany(container => container["image"].Must("not be kubernetes-dashboard", image => image.AsText?.Contains("kubernetes-dashboard", StringComparison.OrdinalIgnoreCase) != true, whenAbsent: true)));

    // A copy of the image under another name, or one that is filled in later, keeps the label.
    private static Field? Label(PodSpec pod) => new[] { "app", "k8s-app" }.Select(pod.Metadata["labels"].Member).Where(label => label.AsText == "kubernetes-dashboard").Select(label => (Field?)label).FirstOrDefault();
}
