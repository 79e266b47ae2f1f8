using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class FilesAreShared() : ResourcePolicy(new PolicyInfo
{
    Id = "app-files-are-shared",
    Title = "Mounted storage of apps is Azure Files",
    Why = "Content on the local disk is lost when the app moves.",
    Severity = Severity.Low,
    Types = AppTypes.Web,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Mount a share of type AzureFiles.",
    Good = ["""{ "storageAccounts": [ { "type": "AzureFiles" } ] }"""],
    Bad = ["""{ }""", """{ "storageAccounts": [ { "type": "AzureBlob" } ] }"""],
    Equivalents = ["CKV_AZURE_88"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["storageAccounts"].IsKnown ? resource["storageAccounts"].EachMust(account => account["type"].MustBe("AzureFiles")) : resource["storageAccounts"].MustExist();
}
