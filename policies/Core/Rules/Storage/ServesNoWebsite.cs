using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class ServesNoWebsite() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-serves-no-website",
    Title = "The storage account serves no website",
    Why = "It is public whatever the containers say.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account", "azure:storage/accountStaticWebsite:AccountStaticWebsite"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove the website.",
    Good = ["""{ }"""],
    Bad = ["""{ "staticWebsite": { "indexDocument": "a" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource.Type.EndsWith("StaticWebsite", StringComparison.Ordinal) ? [resource.Violation("there must be no static website: it is public whatever the containers say")] : resource["staticWebsite"].MustBeAbsent();
}
