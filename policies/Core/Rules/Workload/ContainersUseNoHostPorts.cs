using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersUseNoHostPorts() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-use-no-host-ports",
    Title = "The containers open no port of the node",
    Why = "A port of the node is outside every network policy.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Host Ports")],
    Remediation = "Remove hostPort and use a Service.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "ports": [{ "containerPort": 80 }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "ports": [{ "containerPort": 80, "hostPort": 80 }] }] }"""],
    Equivalents =
    [
        "CKV_K8S_26", "AVD-KSV-0024", "C-0044", "kics:2b1836f1-dcce-416e-8e16-da8c71920633", "kyverno:disallow-host-ports", "gatekeeper:host-network-ports",
        "polaris:hostPortSet",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["ports"].Items.SelectMany(port => port.Member("hostPort").Must("not be set", number => number.AsNumber == 0, whenAbsent: true)));
}
