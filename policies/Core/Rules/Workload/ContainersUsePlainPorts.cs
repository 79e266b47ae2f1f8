using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersUsePlainPorts() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-use-plain-ports",
    Title = "The containers listen on ports above 1023",
    Why = "Lower ports need root or a capability.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Listen on a port above 1023, and let the service translate.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "ports": [{ "containerPort": 8080 }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "ports": [{ "containerPort": 80 }] }] }"""],
    Equivalents = ["AVD-KSV-0117", "kube-linter:privileged-ports"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["ports"].Items.SelectMany(port => port["containerPort"].MustBeAtLeast(1024, whenAbsent: true)));
}
