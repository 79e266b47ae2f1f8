using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class LetsNobodyInByAddress() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-lets-nobody-in-by-address",
    Title = "Storage accounts let nobody in by address",
    Why = "Addresses change hands, and whoever has one may try.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account", "azure:storage/accountNetworkRules:AccountNetworkRules"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Use a private endpoint.",
    Good = ["""{ "networkRules": { "defaultAction": "Deny" } }"""],
    Bad = ["""{ "networkRules": { "ipRules": [ "203.0.113.7" ] } }""", """{ "ipRules": [ "203.0.113.7" ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkRules.ipRules"].MustBeAbsent().Concat(resource["ipRules"].MustBeAbsent());
}
