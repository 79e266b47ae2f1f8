using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class ExplorersEncryptTwice() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-explorers-encrypt-twice",
    Title = "Data Explorer clusters are encrypted twice",
    Why = "One broken layer of encryption is the end otherwise.",
    Severity = Severity.Low,
    Types = ["azure:kusto/cluster:Cluster"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-4")],
    Remediation = "Set doubleEncryptionEnabled to true.",
    Corrections = [new("doubleEncryptionEnabled", "true")],
    Good = ["""{ "doubleEncryptionEnabled": true }"""],
    Bad = ["""{ "doubleEncryptionEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_75"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["doubleEncryptionEnabled"].MustBe(true);
}
