using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class WindowsContainersStayContained() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-windows-containers-stay-contained",
    Title = "Windows containers are not host processes",
    Why = "A host process container is a process of the node.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/HostProcess")],
    Remediation = "Remove hostProcess.",
    Corrections = [new("hostProcess", "false")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "windowsOptions": { "hostProcess": true } } }] }"""],
    Equivalents = ["AVD-KSV-0103", "kyverno:disallow-host-process", "gatekeeper:host-process", "polaris:hostProcess"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Select(container => container["securityContext.windowsOptions"]).Prepend(pod["securityContext.windowsOptions"]).SelectMany(options => options.Member("hostProcess").MustNotBe(true));
}
