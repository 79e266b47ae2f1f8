using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class DatabricksHasItsOwnKey() : StackPolicy(new PolicyInfo
{
    Id = "analytics-databricks-has-its-own-key",
    Title = "Databricks file systems are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:databricks/workspace:Workspace", "azure:databricks/workspaceRootDbfsCustomerManagedKey:WorkspaceRootDbfsCustomerManagedKey"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Add a WorkspaceRootDbfsCustomerManagedKey.",
    Good = ["""[{ "type": "azure:databricks/workspace:Workspace", "name": "a", "id": "/a" }, { "type": "azure:databricks/workspaceRootDbfsCustomerManagedKey:WorkspaceRootDbfsCustomerManagedKey", "name": "b", "properties": {"workspaceId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:databricks/workspace:Workspace", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_48"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:databricks/workspace:Workspace" }.SelectMany(type => stack.EachMustHave(type, "azure:databricks/workspaceRootDbfsCustomerManagedKey:WorkspaceRootDbfsCustomerManagedKey", "workspaceId", "have a key", applies: workspace => workspace["rootDbfsKey"].IsAbsent));
}
