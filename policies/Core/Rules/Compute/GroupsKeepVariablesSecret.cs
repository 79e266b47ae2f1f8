using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class GroupsKeepVariablesSecret() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-groups-keep-variables-secret",
    Title = "Container groups keep their variables secret",
    Why = "Whoever may look at the group reads them.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/group:Group"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Use secureEnvironmentVariables.",
    Good = ["""{ "containers": [ { "secureEnvironmentVariables": { "a": "b" } } ] }"""],
    Bad = ["""{ "containers": [ { "environmentVariables": { "a": "b" } } ] }"""],
    Equivalents = ["CKV_AZURE_235"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["containers"].EachMust(container => container["environmentVariables"].MustBeAbsent()).Concat(resource["initContainers"].EachMust(container => container["environmentVariables"].MustBeAbsent()));
}
