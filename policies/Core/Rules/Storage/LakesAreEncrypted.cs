using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class LakesAreEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-lakes-are-encrypted",
    Title = "Data lake stores are encrypted",
    Why = "Whoever gets hold of the disks can otherwise read the data.",
    Severity = Severity.High,
    Types = ["azure:datalake/store:Store"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-4")],
    Remediation = "Set encryptionState to Enabled. Stores of this generation are retired: an account with isHnsEnabled replaces them.",
    Corrections = [new("encryptionState", "\"Enabled\"")],
    Good = ["""{ "encryptionState": "Enabled" }""", """{ }"""],
    Bad = ["""{ "encryptionState": "Disabled" }"""],
    Equivalents = ["CKV_AZURE_105", "AVD-AZU-0036"],
})
{
    public override IEnumerable<Finding> Check(Resource store) =>
        store["encryptionState"].MustBe("Enabled", whenAbsent: true);
}
