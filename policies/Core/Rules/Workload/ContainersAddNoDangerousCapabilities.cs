using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersAddNoDangerousCapabilities() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-add-no-dangerous-capabilities",
    Title = "The containers add no capabilities beyond the default ones",
    Why = "Capabilities such as SYS_ADMIN or NET_ADMIN are a way out of the container.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Capabilities")],
    Remediation = "Remove the capability.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "capabilities": { "add": ["CHOWN"] } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "capabilities": { "add": ["SYS_ADMIN"] } } }] }"""],
    Equivalents =
    [
        "CKV_K8S_25", "CKV_K8S_39", "AVD-KSV-0005", "AVD-KSV-0119", "AVD-KSV-0120", "C-0046", "C-0219", "kics:19ebaa28-fc86-4a58-bcfa-015c9e22fe40",
        "kics:235236ee-ad78-4065-bd29-61b061f28ce0", "kics:7307579a-3abb-46ad-9ce5-2a915634d5c8", "kubescape:rule-privileged-container", "kyverno:disallow-capabilities",
        "gatekeeper:capabilities", "polaris:dangerousCapabilities", "kubeaudit:capabilities",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["securityContext.capabilities"].Member("add").EachMust(one => one.Must($"be one of the default capabilities", name => Default.Contains(name.AsText ?? ""))));

    // The baseline level of the Pod Security Standards.
    private static readonly HashSet<string> Default = new(StringComparer.Ordinal)
    {
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    };
}
