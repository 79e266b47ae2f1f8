using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class WindowsUpdatesItself() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-windows-updates-itself",
    Title = "Windows machines update themselves",
    Why = "Old runtimes no longer get security fixes.",
    Severity = Severity.Medium,
    Types = ["azure:compute/windowsVirtualMachine:WindowsVirtualMachine", "azure:compute/windowsVirtualMachineScaleSet:WindowsVirtualMachineScaleSet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Remove automaticUpdatesEnabled: false.",
    Good = ["""{ "automaticUpdatesEnabled": true }""", """{ }"""],
    Bad = ["""{ "automaticUpdatesEnabled": false }""", """{ "enableAutomaticUpdates": false }"""],
    Equivalents = ["CKV_AZURE_177"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["automaticUpdatesEnabled"], resource["enableAutomaticUpdates"] }.SelectMany(flag => flag.MustNotBe(false));
}
