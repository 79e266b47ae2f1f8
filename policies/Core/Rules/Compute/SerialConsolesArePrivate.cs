using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class SerialConsolesArePrivate() : StackPolicy(new PolicyInfo
{
    Id = "compute-serial-consoles-are-private",
    Title = "Machines with a serial console have no public address",
    Why = "The console works where the network does not, and beside a public address it is one more way around security groups.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkInterface:NetworkInterface", "azure:compute/virtualMachine:VirtualMachine", "azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "azure:compute/windowsVirtualMachine:WindowsVirtualMachine"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove publicIpAddressId of the interface, or bootDiagnostics of the machine.",
    Good = ["""[{ "type": "azure:network/networkInterface:NetworkInterface", "name": "n", "id": "/n", "properties": { "ipConfigurations": [{ "publicIpAddressId": "/ip" }] } }, { "type": "azure:compute/virtualMachine:VirtualMachine", "name": "m", "properties": { "networkInterfaceIds": ["/n"] } }]"""],
    Bad = ["""[{ "type": "azure:network/networkInterface:NetworkInterface", "name": "n", "id": "/n", "properties": { "ipConfigurations": [{ "publicIpAddressId": "/ip" }] } }, { "type": "azure:compute/virtualMachine:VirtualMachine", "name": "m", "properties": { "networkInterfaceIds": ["/n"], "bootDiagnostics": { "enabled": true } } }]"""],
    Equivalents = ["CKV2_AZURE_39"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType(this.Info.Types[0])
            .Where(card => this.Info.Types.Skip(1).Any(type => stack.References(type, "networkInterfaceIds").To(card).Any(machine => machine["bootDiagnostics"].IsKnown && machine["bootDiagnostics.enabled"].AsBoolean != false)))
            .SelectMany(card => card["ipConfigurations"].EachMust(configuration => configuration["publicIpAddressId"].MustBeAbsent()));
}
