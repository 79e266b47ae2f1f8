using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersDropNetRaw() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-drop-net-raw",
    Title = "The containers cannot forge packets",
    Why = "With NET_RAW a container answers for its neighbours on the network.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Capabilities")],
    Remediation = "Drop ALL capabilities, or NET_RAW.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "capabilities": { "drop": ["NET_RAW"] } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "capabilities": { "drop": ["ALL"] } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "capabilities": { "drop": ["KILL"] } } }] }"""],
    Equivalents =
    [
        "CKV_K8S_7", "CKV_K8S_28", "C-0220", "kics:2270987f-bb51-479f-b8be-3ca73e5ad648", "kics:dbbc6705-d541-43b0-b166-dd4be8208b54", "kyverno:drop-cap-net-raw",
        "kyverno:require-drop-cap-net-raw", "kube-linter:drop-net-raw-capability", "polaris:insecureCapabilities",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) => pod.IsWindows ? [] : pod.Containers.Select(container => container["securityContext.capabilities"].Member("drop"))
        .SelectMany<Field, Finding>(drop => drop.Items.Any(Drops) ? [] : drop.IsUnknown || drop.Items.Any(one => one.IsUnknown) ? [drop.Undetermined("name NET_RAW")] : [drop.Violation("name NET_RAW")]);

    // Container runtimes take names in any case, with and without the prefix.
    private static bool Drops(Field capability) => capability.AsText?.ToUpperInvariant() is "ALL" or "NET_RAW" or "CAP_NET_RAW";
}
