using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class FederationHasTheExchangeAudience() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-federation-has-the-exchange-audience",
    Title = "Federated credentials accept only the exchange audience",
    Why = "A token that was made for another service would be taken.",
    Severity = Severity.High,
    Types = ["azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Set audience to api://AzureADTokenExchange.",
    Good = ["""{ "audience": "api://AzureADTokenExchange" }"""],
    Bad = ["""{ "audience": "api://other" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["audience"].Must("be api://AzureADTokenExchange", audience => audience.Items.All(one => one.IsUnknown || one.AsText == "api://AzureADTokenExchange"));
}
