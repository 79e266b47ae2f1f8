using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class ServicesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-services-are-private",
    Title = "Azure AI services are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:cognitive/account:Account", "azure:cognitive/aIServices:AIServices"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ "publicNetworkAccess": "Disabled" }"""],
    Bad = ["""{ }""", """{ "publicNetworkAccessEnabled": true }"""],
    Equivalents = ["CKV_AZURE_134"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccess"].IsAbsent ? resource["publicNetworkAccessEnabled"].MustBe(false) : resource["publicNetworkAccess"].MustBe("Disabled");
}
