using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class VolumesAreNotRepositories() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-volumes-are-not-repositories",
    Title = "Volumes are no git repositories",
    Why = "A repository of an attacker's runs code on the node.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.Pss("restricted/Volume Types")],
    Remediation = "Clone in an init container.",
    Good = ["""{ "containers": [], "volumes": [{ "name": "a", "emptyDir": { } }] }"""],
    Bad = ["""{ "containers": [], "volumes": [{ "name": "a", "gitRepo": { "repository": "https://a" } }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["volumes"].Items.Where(volume => !volume["gitRepo"].IsAbsent).Select(volume => volume["gitRepo"].Violation("not be used: it runs git as root on the node"));
}
