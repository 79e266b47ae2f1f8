using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class BatchDeniesByDefault() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-batch-denies-by-default",
    Title = "Network rules of batch accounts deny by default",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:batch/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set networkProfile.accountAccess.defaultAction to Deny.",
    Good = ["""{ "networkProfile": { "accountAccess": { "defaultAction": "Deny" } } }""", """{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "networkProfile": { "accountAccess": { "defaultAction": "Allow" } } }"""],
    Equivalents = ["CKV_AZURE_248"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].AsBoolean == false ? [] : resource["networkProfile.accountAccess.defaultAction"].MustNotBe("Allow");
}
