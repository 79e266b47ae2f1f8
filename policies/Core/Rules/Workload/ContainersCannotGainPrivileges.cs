using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersCannotGainPrivileges() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-cannot-gain-privileges",
    Title = "The containers cannot gain privileges",
    Why = "Without this a set-user-id program turns any user of the container into root.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Privilege Escalation")],
    Remediation = "Set allowPrivilegeEscalation to false.",
    Corrections = [new("allowPrivilegeEscalation", "false")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "allowPrivilegeEscalation": false } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "allowPrivilegeEscalation": true } }] }"""],
    Equivalents =
    [
        "CKV_K8S_5", "CKV_K8S_20", "AVD-KSV-0001", "C-0016", "C-0217", "kics:5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d", "kics:87554eef-154d-411d-bdce-9dbd91e56851",
        "kyverno:disallow-privilege-escalation", "gatekeeper:allow-privilege-escalation", "kube-linter:privilege-escalation-container", "polaris:privilegeEscalationAllowed",
        "kubeaudit:privesc",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.IsWindows ? [] : pod.Containers.SelectMany(container => container["securityContext.allowPrivilegeEscalation"].MustBe(false));
}
