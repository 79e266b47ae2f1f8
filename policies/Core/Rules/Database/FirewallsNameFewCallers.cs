using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class FirewallsNameFewCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "database-firewalls-name-few-callers",
    Title = "Firewall rules of databases are no wider than 256 addresses",
    Why = "Each address is one more that passwords are tried from.",
    Severity = Severity.Low,
    Types = ["azure:mssql/firewallRule:FirewallRule", "azure:sql/firewallRule:FirewallRule", "azure:postgresql/firewallRule:FirewallRule", "azure:postgresql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mysql/firewallRule:FirewallRule", "azure:mysql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mariadb/firewallRule:FirewallRule"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses that need it.",
    Good = ["""{ "startIpAddress": "203.0.113.0", "endIpAddress": "203.0.113.255" }""", """{ }"""],
    Bad = ["""{ "startIpAddress": "10.0.17.62", "endIpAddress": "10.0.27.62" }"""],
    Equivalents = ["kics:d7ba74da-2da0-4d4b-83c8-2fd72a3f6c28"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Addresses.MustBeNarrow(resource["startIpAddress"], resource["endIpAddress"]);
}
