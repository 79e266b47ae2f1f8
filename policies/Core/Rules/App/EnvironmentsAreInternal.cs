using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class EnvironmentsAreInternal() : ResourcePolicy(new PolicyInfo
{
    Id = "app-environments-are-internal",
    Title = "Environments of apps have no public address",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:appservice/environmentV3:EnvironmentV3"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set internalLoadBalancingMode to another value than None.",
    Good = ["""{ "internalLoadBalancingMode": "Web, Publishing" }""", """{ }"""],
    Bad = ["""{ "internalLoadBalancingMode": "None" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["internalLoadBalancingMode"].MustNotBe("None");
}
