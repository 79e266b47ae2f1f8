using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class ExtensionsAreRefused() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-extensions-are-refused",
    Title = "Virtual machines refuse extensions",
    Why = "Whoever may write to the machine runs code in it as root.",
    Severity = Severity.Low,
    Types = ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set allowExtensionOperations to false.",
    Corrections = [new("allowExtensionOperations", "false")],
    Good = ["""{ "allowExtensionOperations": false }"""],
    Bad = ["""{ "allowExtensionOperations": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_50"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["allowExtensionOperations"].MustBe(false);
}
