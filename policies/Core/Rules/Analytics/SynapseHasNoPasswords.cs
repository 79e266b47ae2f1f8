using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapseHasNoPasswords() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-synapse-has-no-passwords",
    Title = "Synapse workspaces take no passwords",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:synapse/workspace:Workspace"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Remove sqlAdministratorLoginPassword and set azureadAuthenticationOnly.",
    Good = ["""{ "azureadAuthenticationOnly": true }""", """{ }"""],
    Bad = ["""{ "sqlAdministratorLoginPassword": "p" }"""],
    Equivalents = ["CKV_AZURE_239"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["azureadAuthenticationOnly"].AsBoolean == true ? [] : resource["sqlAdministratorLoginPassword"].MustBeAbsent();
}
