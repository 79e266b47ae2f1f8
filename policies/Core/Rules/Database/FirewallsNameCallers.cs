using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class FirewallsNameCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "database-firewalls-name-callers",
    Title = "Firewall rules of databases name their callers",
    Why = "0.0.0.0 lets in all of Azure, up to 255.255.255.255 all of the internet.",
    Severity = Severity.High,
    Types = ["azure:mssql/firewallRule:FirewallRule", "azure:sql/firewallRule:FirewallRule", "azure:postgresql/firewallRule:FirewallRule", "azure:postgresql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mysql/firewallRule:FirewallRule", "azure:mysql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mariadb/firewallRule:FirewallRule"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses that need it, or use a private endpoint.",
    Good = ["""{ "startIpAddress": "203.0.113.7", "endIpAddress": "203.0.113.7" }""", """{ }"""],
    Bad = ["""{ "startIpAddress": "0.0.0.0", "endIpAddress": "255.255.255.255" }""", """{ "startIpAddress": "10.0.0.0", "endIpAddress": "255.255.255.255" }""", """{ "startIpAddress": "0.0.0.0", "endIpAddress": "0.0.0.0" }"""],
    Equivalents = ["CKV_AZURE_11", "CKV2_AZURE_6", "CKV2_AZURE_26", "CKV2_AZURE_34", "AVD-AZU-0029"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["endIpAddress"].AsText == "255.255.255.255" ? [resource["endIpAddress"].Violation("end a range of named addresses")] : resource["startIpAddress"].MustNotBe("0.0.0.0", "0.0.0.0/0");
}
