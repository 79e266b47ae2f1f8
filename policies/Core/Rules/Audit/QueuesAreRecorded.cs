using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class QueuesAreRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-queues-are-recorded",
    Title = "Requests to the queues of storage accounts are recorded",
    Why = "Nobody can tell who put in or took out a message otherwise.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account", "azure:storage/accountQueueProperties:AccountQueueProperties", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting for the queue service, or set delete, read and write of queueProperties.logging to true.",
    Good =
    [
        """[{ "type": "azure:storage/account:Account", "name": "a", "properties": { "queueProperties": { "logging": { "delete": true, "read": true, "write": true } } } }]""",
        """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "d", "properties": { "targetResourceId": "/a/queueServices/default" } }]""",
        """[{ "type": "azure:storage/account:Account", "name": "a", "properties": { "accountKind": "BlobStorage" } }]""",
    ],
    Bad = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { "queueProperties": { "logging": { "read": true, "write": true } } } }]"""],
    Equivalents = ["CKV_AZURE_33", "AVD-AZU-0009", "AZU-0057"],
})
{
    private static readonly string[] WithoutQueues = ["BlobStorage", "BlockBlobStorage", "FileStorage"];
    private static readonly string[] Operations = ["delete", "read", "write"];

    public override IEnumerable<Finding> Check(Stack stack)
    {
        var settings = stack.References("azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId");
        var apart = stack.References("azure:storage/accountQueueProperties:AccountQueueProperties", "storageAccountId");
        return settings.HasUntold || apart.HasUntold ? [] : stack.OfType("azure:storage/account:Account")
            .Where(account => !settings.To(account).Any() && !WithoutQueues.Contains(account["accountKind"].AsText) && !account["accountKind"].IsUnknown)
            .SelectMany(account => apart.To(account).FirstOrDefault() is { } part ? Judge(part["logging"]) : Judge(account["queueProperties.logging"]));
    }

    private static IEnumerable<Finding> Judge(Field logging) => Operations.SelectMany(operation => logging[operation].MustBe(true)).Take(1);
}
