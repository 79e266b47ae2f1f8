using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class DeletedContainersAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-deleted-containers-are-kept",
    Title = "Deleted containers are kept",
    Why = "What is deleted by mistake or by an intruder is gone.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set blobProperties.containerDeleteRetentionPolicy.",
    Good = ["""{ "blobProperties": { "containerDeleteRetentionPolicy": { "days": 30 } } }""", """{ "accountKind": "FileStorage" }"""],
    Bad = ["""{ }""", """{ "blobProperties": { "containerDeleteRetentionPolicy": { "days": 1 } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["accountKind"].UnlessIs("FileStorage", () => resource["blobProperties.containerDeleteRetentionPolicy"].IsAbsent ? resource["blobProperties.containerDeleteRetentionPolicy"].MustExist() : resource["blobProperties.containerDeleteRetentionPolicy.days"].MustBeAtLeast(7, whenAbsent: true));
}
