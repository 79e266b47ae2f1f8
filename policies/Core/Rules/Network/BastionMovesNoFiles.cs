using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class BastionMovesNoFiles() : ResourcePolicy(new PolicyInfo
{
    Id = "network-bastion-moves-no-files",
    Title = "The bastion moves no files",
    Why = "What a person may copy leaves past every other rule.",
    Severity = Severity.Low,
    Types = ["azure:compute/bastionHost:BastionHost"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Set copyPasteEnabled to false, and leave fileCopyEnabled and ipConnectEnabled out.",
    Good = ["""{ "copyPasteEnabled": false }"""],
    Bad = ["""{ }""", """{ "copyPasteEnabled": false, "fileCopyEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["copyPasteEnabled"].MustBe(false).Concat(resource["fileCopyEnabled"].MustNotBe(true)).Concat(resource["ipConnectEnabled"].MustNotBe(true));
}
