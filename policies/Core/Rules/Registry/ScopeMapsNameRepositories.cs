using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class ScopeMapsNameRepositories() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-scope-maps-name-repositories",
    Title = "Scope maps of registries name repositories",
    Why = "A leaked token reaches every image.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registryScopeMap:RegistryScopeMap"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Name repositories and only the actions that are needed.",
    Good = ["""{ "actions": [ "repositories/vllm/content/read" ] }"""],
    Bad = ["""{ "actions": [ "repositories/*/content/read" ] }""", """{ "actions": [ "repositories/vllm/content/delete" ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["actions"].EachMust(item => item.Must("name a repository and not allow deletion", action => action.AsText is not { } text || !(text.Contains('*', StringComparison.Ordinal) || text.EndsWith("/delete", StringComparison.OrdinalIgnoreCase)), whenAbsent: true));
}
