using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class PoliciesNamePeers() : ResourcePolicy(new PolicyInfo
{
    Id = "network-policies-name-peers",
    Title = "Rules of network policies name their peers",
    Why = "A rule with ports and no peers lets everybody through on these ports.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.NetworkPolicy],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAks("4.4.2")],
    Remediation = "Add from or to.",
    Good = ["""{ "spec": { "podSelector": { }, "egress": [{ "to": [{ "podSelector": { } }], "ports": [{ "port": 443 }] }] } }""", """{ "spec": { "egress": [{ "ports": [{ "port": 53, "protocol": "UDP" }] }] } }"""],
    Bad = ["""{ "spec": { "podSelector": { }, "egress": [{ "ports": [{ "port": 443 }] }] } }""", """{ "spec": { "podSelector": { }, "ingress": [{ "ports": [{ "port": 8000 }] }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.egress"].Items.Where(rule => rule["to"].IsAbsent && rule.Kind == PropertyKind.Map && !rule["ports"].IsAbsent).Concat(resource["spec.ingress"].Items.Where(rule => rule["from"].IsAbsent && rule.Kind == PropertyKind.Map && !rule["ports"].IsAbsent)).Where(rule => !Dns(rule)).Select(rule => rule["ports"].Items.Any(port => port["port"].IsUnknown) ? (Finding)rule.Undetermined("name its peers") : rule.Violation("name its peers"));

    private static bool Dns(Field rule) => rule["ports"].Items.All(port => port["port"].AsNumber == 53);
}
