using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersAddNoCapabilities() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-add-no-capabilities",
    Title = "The containers add no capability but NET_BIND_SERVICE",
    Why = "What was dropped with all others comes back by the capabilities that are added.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Capabilities")],
    Remediation = "Remove the capability.",
    Good = ["""{ "containers": [{ "name": "a", "securityContext": { "capabilities": { "add": ["NET_BIND_SERVICE"] } } }] }""", """{ "containers": [{ "name": "a" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "securityContext": { "capabilities": { "add": ["CHOWN"] } } }] }"""],
    Equivalents = ["CKV_K8S_24", "AVD-KSV-0022", "AVD-KSV-0106", "kyverno:disallow-capabilities-strict", "kyverno:restrict-adding-capabilities"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) => pod.IsWindows ? []
        : pod.Containers.SelectMany(container => container["securityContext.capabilities"].Member("add").EachMust(one => one.Must("be 'NET_BIND_SERVICE'", name => name.AsText == "NET_BIND_SERVICE")));
}
