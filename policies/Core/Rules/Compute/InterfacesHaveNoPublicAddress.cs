using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class InterfacesHaveNoPublicAddress() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-interfaces-have-no-public-address",
    Title = "Network interfaces have no public address",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:network/networkInterface:NetworkInterface"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove publicIpAddressId.",
    Good = ["""{ "ipConfigurations": [ { "name": "a" } ] }"""],
    Bad = ["""{ "ipConfigurations": [ { "publicIpAddressId": "/ip" } ] }"""],
    Equivalents = ["CKV_AZURE_119", "AZU-0076", "kics:c1573577-e494-4417-8854-7e119368dc8b"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["ipConfigurations"].EachMust(configuration => configuration["publicIpAddressId"].MustBeAbsent());
}
