using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class MachinesRefusePasswords() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-machines-refuse-passwords",
    Title = "Virtual machines refuse passwords",
    Why = "Passwords are guessed.",
    Severity = Severity.High,
    Types = ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("ES-1")],
    Remediation = "Remove disablePasswordAuthentication: false.",
    Good = ["""{ "disablePasswordAuthentication": true }""", """{ }"""],
    Bad = ["""{ "disablePasswordAuthentication": false }"""],
    Equivalents = ["CKV_AZURE_1", "CKV_AZURE_149", "CKV_AZURE_178", "AVD-AZU-0039"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["disablePasswordAuthentication"].MustBe(true, whenAbsent: true);
}
