using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class DatabasesKeepALedger() : ResourcePolicy(new PolicyInfo
{
    Id = "database-databases-keep-a-ledger",
    Title = "SQL databases keep a ledger",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:mssql/database:Database"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set ledgerEnabled to true.",
    Corrections = [new("ledgerEnabled", "true")],
    Good = ["""{ "ledgerEnabled": true }"""],
    Bad = ["""{ "ledgerEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_224"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["ledgerEnabled"].MustBe(true);
}
