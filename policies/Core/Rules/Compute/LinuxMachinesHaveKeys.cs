using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class LinuxMachinesHaveKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-linux-machines-have-keys",
    Title = "Linux machines are entered with SSH keys",
    Why = "Without a key the password is the way in, and a password can be guessed.",
    Severity = Severity.Medium,
    Types = ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/linuxVirtualMachineScaleSet:LinuxVirtualMachineScaleSet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Give adminSshKeys.",
    Good = ["""{ "adminSshKeys": [ { "username": "a", "publicKey": "ssh-ed25519 A" } ] }"""],
    Bad = ["""{ }""", """{ "adminPassword": "x" }"""],
    Equivalents = ["CKV_AZURE_178"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["adminSshKeys"].MustExist();
}
