using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersDropAllCapabilities() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-drop-all-capabilities",
    Title = "The containers drop all capabilities and add at most NET_BIND_SERVICE",
    Why = "Each capability is a part of root; the default set is larger than any model server needs.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Capabilities")],
    Remediation = "Set capabilities.drop to [ALL].",
    Corrections = [new("drop", """["ALL"]""")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "capabilities": { "drop": ["ALL"], "add": ["NET_BIND_SERVICE"] } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "capabilities": { "drop": ["NET_RAW"] } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "capabilities": { "drop": ["ALL"], "add": ["SYS_ADMIN"] } } }] }"""],
    Equivalents = ["CKV_K8S_37", "AVD-KSV-0003", "AVD-KSV-0106", "C-0046"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.IsWindows ? [] : pod.Containers.SelectMany(container =>
        {
            var (drop, add) = (container["securityContext.capabilities"].Member("drop"), container["securityContext.capabilities"].Member("add"));
            IEnumerable<Finding> dropped = drop.IsUnknown ? [drop.Undetermined("contain 'ALL'")] : drop.Items.Any(one => one.AsText == "ALL") ? [] : drop.Items.Any(one => one.IsUnknown) ? [drop.Undetermined("contain 'ALL'")] : [drop.Violation("contain 'ALL'")];
            return dropped.Concat(add.EachMust(one => one.Must("be 'NET_BIND_SERVICE'", name => name.AsText == "NET_BIND_SERVICE")));
        });
}
