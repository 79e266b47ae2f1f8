using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class RecordedActivityIsPrivate() : StackPolicy(new PolicyInfo
{
    Id = "audit-recorded-activity-is-private",
    Title = "Containers of accounts that hold audit records are private",
    Why = "Who did what, and when, is what an intruder reads first.",
    Severity = Severity.High,
    Types = ["azure:storage/container:Container", "azure:storage/account:Account", "azure:monitoring/activityLogAlert:ActivityLogAlert", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set containerAccessType to private.",
    Good = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }, { "type": "azure:storage/container:Container", "name": "c", "properties": { "storageAccountId": "/a", "containerAccessType": "blob" } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }, { "type": "azure:storage/container:Container", "name": "c", "properties": { "storageAccountId": "/a" } }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "d", "properties": { "storageAccountId": "/a" } }]"""],
    Bad = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }, { "type": "azure:storage/container:Container", "name": "c", "properties": { "storageAccountId": "/a", "containerAccessType": "blob" } }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "d", "properties": { "storageAccountId": "/a" } }]"""],
    Equivalents = ["CKV2_AZURE_8"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType("azure:storage/account:Account").Where(account => HoldsRecords(stack, account))
            .SelectMany(account => Containers(stack, "storageAccountId").To(account).Union(Containers(stack, "storageAccountName").To(account, account["name"].AsText)))
            .SelectMany(container => container["containerAccessType"].MustBe("private", whenAbsent: true));

    // An alert on writes to an account is set up for the one that keeps the activity log.
    private static bool HoldsRecords(Stack stack, Resource account) =>
        stack.References("azure:monitoring/diagnosticSetting:DiagnosticSetting", "storageAccountId").To(account).Any()
        || stack.References("azure:monitoring/activityLogAlert:ActivityLogAlert", "criteria.resourceId").To(account).Any(alert => alert["enabled"].AsBoolean != false);

    private static ReferenceIndex Containers(Stack stack, string property) => stack.References("azure:storage/container:Container", property);
}
