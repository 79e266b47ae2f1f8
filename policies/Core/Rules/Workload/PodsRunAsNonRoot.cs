using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsRunAsNonRoot() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-run-as-non-root",
    Title = "The containers run as a user other than root",
    Why = "A process that breaks out of its container as root is root on the node.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Running as Non-root")],
    Remediation = "Set runAsNonRoot to true, for the pod or for each container.",
    Corrections = [new("runAsNonRoot", "true")],
    Good = ["""{ "securityContext": { "runAsNonRoot": true }, "containers": [{ "name": "a" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "runAsNonRoot": true } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }""", """{ "securityContext": { "runAsNonRoot": true }, "containers": [{ "name": "a", "securityContext": { "runAsNonRoot": false } }] }"""],
    Equivalents = ["CKV_K8S_6", "AVD-KSV-0012", "C-0218", "kics:e3aa0612-4351-4a0d-983f-aefea25cf203", "kyverno:require-run-as-nonroot"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container.SecuritySetting("runAsNonRoot").MustBe(true));
}
