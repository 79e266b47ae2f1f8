using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class PoliciesDoNotAllowEverything() : ResourcePolicy(new PolicyInfo
{
    Id = "network-policies-do-not-allow-everything",
    Title = "Network policies do not allow everything",
    Why = "A policy that allows all is a door with a sign that says closed.",
    Severity = Severity.High,
    Types = [KubernetesTypes.NetworkPolicy],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name the peers and ports.",
    Good = ["""{ "spec": { "podSelector": {}, "policyTypes": ["Ingress"] } }""", """{ "spec": { "ingress": [{ "from": [{ "podSelector": {} }] }] } }"""],
    Bad = ["""{ "spec": { "ingress": [{}] } }""", """{ "spec": { "ingress": [{ "from": [{ "ipBlock": { "cidr": "0.0.0.0/0" } }] }] } }"""],
    Equivalents = ["kubeaudit:netpols"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) => new[] { resource["spec.ingress"], resource["spec.egress"] }.Where(rules => rules.IsUnknown).Select(rules => (Finding)rules.Undetermined("name peers or ports")).Concat(Known(resource));

    private static IEnumerable<Finding> Known(Resource resource) =>
        resource["spec.ingress"].Items.Where(rule => !rule.IsUnknown && (rule.Kind == PropertyKind.Map || rule.IsAbsent) && !rule.Member("from").Items.Any() && !rule.Member("from").IsUnknown && !rule.Member("ports").Items.Any() && !rule.Member("ports").IsUnknown).Select(rule => rule.Violation("name peers or ports")).Concat(resource["spec.ingress"].Items.Where(rule => !rule.IsUnknown).SelectMany(rule => rule.Member("from").Items).SelectMany(AnyAddress)).Concat(resource["spec.egress"].Items.Where(rule => !rule.IsUnknown && (rule.Kind == PropertyKind.Map || rule.IsAbsent) && !rule.Member("to").Items.Any() && !rule.Member("to").IsUnknown && !rule.Member("ports").Items.Any() && !rule.Member("ports").IsUnknown).Select(rule => rule.Violation("name peers or ports")));

    private static IEnumerable<Finding> AnyAddress(Field peer) =>
        peer["ipBlock"].Member("cidr").Must("not be every address", cidr => !AddressSet.TryParse(cidr.AsText, out var set) || !(set.Value.Covers(AddressSet.V4) || set.Value.Covers(AddressSet.V6)) || peer["ipBlock"].Member("except").Items.Any(), whenAbsent: true);
}
