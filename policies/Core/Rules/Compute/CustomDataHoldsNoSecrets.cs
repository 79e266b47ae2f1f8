using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class CustomDataHoldsNoSecrets() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-custom-data-holds-no-secrets",
    Title = "Custom data of virtual machines holds no secrets",
    Why = "Custom data is readable by every process of the machine and stays in the template.",
    Severity = Severity.High,
    Types = ["azure:compute/virtualMachine:VirtualMachine", "azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine", "azure:compute/linuxVirtualMachineScaleSet:LinuxVirtualMachineScaleSet", "azure:compute/windowsVirtualMachineScaleSet:WindowsVirtualMachineScaleSet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Read the secret from the vault with the identity of the machine.",
    Good = ["""{ "customData": "echo hello" }""", """{ }"""],
    Bad = ["""{ "customData": "export DATABASE_PASSWORD=\\\"SomeSortOfPassword\\\"" }""", """{ "osProfile": { "customData": "export DATABASE_PASSWORD=SomeSortOfPassword" } }"""],
    Equivalents = ["CKV_AZURE_45", "AVD-AZU-0037"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["osProfile.customData"], resource["customData"], resource["userData"] }.SelectMany(data => data.Must("hold no secret", text => !InitData.HoldsSecret(text.AsText), whenAbsent: true));
}
