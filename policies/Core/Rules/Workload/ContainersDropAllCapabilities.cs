using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersDropAllCapabilities() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-drop-all-capabilities",
    Title = "The containers drop all capabilities",
    Why = "Each capability is a part of root; the default set is larger than any model server needs.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Capabilities")],
    Remediation = "Set capabilities.drop to [ALL].",
    Corrections = [new("drop", """["ALL"]""")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "capabilities": { "drop": ["ALL"] } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "capabilities": { "drop": ["NET_RAW"] } } }] }"""],
    Equivalents =
    [
        "CKV_K8S_36", "CKV_K8S_37", "AVD-KSV-0003", "AVD-KSV-0106", "C-0046", "kics:268ca686-7fb7-4ae9-b129-955a2a89064e", "kics:caa93370-791f-4fc6-814b-ba6ce0cb4032",
        "kyverno:disallow-capabilities-strict", "kyverno:require-drop-all", "kubeaudit:capabilities",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) => pod.IsWindows ? [] : pod.Containers.Select(container => container["securityContext.capabilities"].Member("drop"))
        .SelectMany<Field, Finding>(drop => drop.Items.Any(IsAll) ? [] : drop.IsUnknown || drop.Items.Any(one => one.IsUnknown) ? [drop.Undetermined("contain 'ALL'")] : [drop.Violation("contain 'ALL'")]);

    // Container runtimes take the name in any case.
    private static bool IsAll(Field capability) => string.Equals(capability.AsText, "ALL", StringComparison.OrdinalIgnoreCase);
}
