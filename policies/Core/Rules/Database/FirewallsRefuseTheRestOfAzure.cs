using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class FirewallsRefuseTheRestOfAzure() : ResourcePolicy(new PolicyInfo
{
    Id = "database-firewalls-refuse-the-rest-of-azure",
    Title = "Firewalls of databases do not let in all of Azure",
    Why = "0.0.0.0 stands for every machine in Azure, those of strangers included.",
    Severity = Severity.High,
    Types = ["azure:mssql/firewallRule:FirewallRule", "azure:sql/firewallRule:FirewallRule", "azure:postgresql/firewallRule:FirewallRule", "azure:postgresql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mysql/firewallRule:FirewallRule", "azure:mysql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mariadb/firewallRule:FirewallRule"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses that need it, or use a private endpoint.",
    Good = ["""{ "startIpAddress": "203.0.113.7", "endIpAddress": "203.0.113.7" }""", """{ }"""],
    Bad = ["""{ "startIpAddress": "0.0.0.0", "endIpAddress": "0.0.0.0" }"""],
    Equivalents = ["CKV2_AZURE_6", "CKV2_AZURE_34"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["startIpAddress"].AsText == "0.0.0.0" ? resource["endIpAddress"].MustNotBe("0.0.0.0") : [];
}
