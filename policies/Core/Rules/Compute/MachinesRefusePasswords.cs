using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class MachinesRefusePasswords() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-machines-refuse-passwords",
    Title = "Virtual machines refuse passwords",
    Why = "Passwords are guessed.",
    Severity = Severity.High,
    Types = ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/linuxVirtualMachineScaleSet:LinuxVirtualMachineScaleSet", "azure:compute/virtualMachine:VirtualMachine", "azure:compute/scaleSet:ScaleSet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("ES-1")],
    Remediation = "Remove disablePasswordAuthentication: false.",
    Good = ["""{ "disablePasswordAuthentication": true }""", """{ }"""],
    Bad = ["""{ "disablePasswordAuthentication": false }""", """{ "osProfileLinuxConfig": { "disablePasswordAuthentication": false } }"""],
    Equivalents = ["CKV_AZURE_1", "CKV_AZURE_49", "CKV_AZURE_149", "AVD-AZU-0039", "kics:dafe30ec-325d-4516-85d1-e8e6776f012c", "kics:6797f581-0433-4768-ae3e-7ceb2f8b138e"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["disablePasswordAuthentication"], resource["osProfileLinuxConfig.disablePasswordAuthentication"] }.SelectMany(flag => flag.MustBe(true, whenAbsent: true));
}
