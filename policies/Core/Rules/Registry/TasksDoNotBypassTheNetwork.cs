using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class TasksDoNotBypassTheNetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-tasks-do-not-bypass-the-network",
    Title = "Build tasks do not bypass the network rules of registries",
    Why = "A task pushes an image from anywhere.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove networkRuleBypassForTasksEnabled, or set it to false.",
    Corrections = [new("networkRuleBypassForTasksEnabled", "false")],
    Good = ["""{ "networkRuleBypassForTasksEnabled": false }""", """{ }"""],
    Bad = ["""{ "networkRuleBypassForTasksEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkRuleBypassForTasksEnabled"].MustNotBe(true);
}
