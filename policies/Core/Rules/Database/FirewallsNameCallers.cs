using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class FirewallsNameCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "database-firewalls-name-callers",
    Title = "Firewall rules of databases name their callers",
    Why = "From 0.0.0.0, or up to 255.255.255.255, is all of the internet.",
    Severity = Severity.High,
    Types = ["azure:mssql/firewallRule:FirewallRule", "azure:sql/firewallRule:FirewallRule", "azure:postgresql/firewallRule:FirewallRule", "azure:postgresql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mysql/firewallRule:FirewallRule", "azure:mysql/flexibleServerFirewallRule:FlexibleServerFirewallRule", "azure:mariadb/firewallRule:FirewallRule"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses that need it, or use a private endpoint.",
    Good = ["""{ "startIpAddress": "203.0.113.7", "endIpAddress": "203.0.113.7" }""", """{ }""", """{ "startIpAddress": "0.0.0.0", "endIpAddress": "0.0.0.0" }"""],
    Bad = ["""{ "startIpAddress": "0.0.0.0", "endIpAddress": "255.255.255.255" }""", """{ "startIpAddress": "10.0.0.0", "endIpAddress": "255.255.255.255" }""", """{ "startIpAddress": "0.0.0.0", "endIpAddress": "192.168.0.0" }"""],
    Equivalents = ["CKV_AZURE_11", "CKV2_AZURE_26", "AVD-AZU-0029", "kics:25c0ea09-f1c5-4380-b055-3b83863f2bb8", "kics:6a3201a5-1630-494b-b294-3129d06b0eca"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["endIpAddress"].AsText == "0.0.0.0" ? [] // stands for all of Azure, which has a policy of its own
        : resource["endIpAddress"].AsText == "255.255.255.255" ? [resource["endIpAddress"].Violation("end a range of named addresses")] : resource["startIpAddress"].MustNotBe("0.0.0.0", "0.0.0.0/0");
}
