using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class IsOfACurrentKind() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-is-of-a-current-kind",
    Title = "Storage accounts are of a current kind",
    Why = "The old kinds lack immutability, private endpoints for all services and more.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set accountKind to another value than Storage or BlobStorage.",
    Good = ["""{ "accountKind": "StorageV2" }""", """{ }"""],
    Bad = ["""{ "accountKind": "Storage" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["accountKind"].MustNotBe("Storage", "BlobStorage");
}
