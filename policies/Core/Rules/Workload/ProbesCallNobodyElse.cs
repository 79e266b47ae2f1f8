using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ProbesCallNobodyElse() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-probes-call-nobody-else",
    Title = "Probes and hooks call the pod itself",
    Why = "A probe that names another host makes the kubelet call it from the node.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Host Probes")],
    Remediation = "Remove host.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "livenessProbe": { "httpGet": { "path": "/", "port": 80 } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "livenessProbe": { "httpGet": { "host": "169.254.169.254", "path": "/", "port": 80 } } }] }"""],
    Equivalents = ["gatekeeper:host-probes-lifecycle"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => new[] { "livenessProbe", "readinessProbe", "startupProbe" }.Select(probe => container[probe]).Concat([container["lifecycle.postStart"], container["lifecycle.preStop"]])).SelectMany(handler => handler["httpGet"].Member("host").MustBeAbsent().Concat(handler["tcpSocket"].Member("host").MustBeAbsent()));
}
