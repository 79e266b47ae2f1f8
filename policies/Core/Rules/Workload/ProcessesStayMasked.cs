using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ProcessesStayMasked() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-processes-stay-masked",
    Title = "The containers keep the default masks of /proc",
    Why = "Unmasked parts of /proc tell of the node and let it be changed.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline//proc Mount Type")],
    Remediation = "Remove procMount.",
    Corrections = [new("procMount", "\"Default\"")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "procMount": "Unmasked" } }] }"""],
    Equivalents =
    [
        "AVD-KSV-0027", "kics:f922827f-aab6-447c-832a-e1ff63312bd3", "kyverno:disallow-proc-mount", "gatekeeper:proc-mount", "kube-linter:unsafe-proc-mount",
        "polaris:procMount",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["securityContext.procMount"].MustBe("Default", whenAbsent: true));
}
