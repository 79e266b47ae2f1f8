using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class WorkspacesOfGreatImpactHavePrivateStorage() : StackPolicy(new PolicyInfo
{
    Id = "ai-workspaces-of-great-impact-have-private-storage",
    Title = "Workspaces of great impact keep their data in private storage",
    Why = "The workspace says that its data matters, and the account that it lies in is open to the internet.",
    Severity = Severity.Medium,
    Types = ["azure:machinelearning/workspace:Workspace", "azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled of the storage account to false.",
    Good = ["""[{ "type": "azure:machinelearning/workspace:Workspace", "name": "w", "properties": { "highBusinessImpact": true, "storageAccountId": "/a" } }, { "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { "publicNetworkAccessEnabled": false } }]""", """[{ "type": "azure:machinelearning/workspace:Workspace", "name": "w", "properties": { "storageAccountId": "/a" } }, { "type": "azure:storage/account:Account", "name": "a", "id": "/a" }]"""],
    Bad = ["""[{ "type": "azure:machinelearning/workspace:Workspace", "name": "w", "properties": { "highBusinessImpact": true, "storageAccountId": "/a" } }, { "type": "azure:storage/account:Account", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_50"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType("azure:storage/account:Account").Where(account => !account["publicNetworkAccessEnabled"].IsUnknown && account["publicNetworkAccessEnabled"].AsBoolean != false)
            .SelectMany(account => stack.References("azure:machinelearning/workspace:Workspace", "storageAccountId").To(account).Where(workspace => workspace["highBusinessImpact"].AsBoolean == true)
                .Select(workspace => workspace["storageAccountId"].Violation("be an account without public network access")));
}
