using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NamedPoliciesDoNotOpenTheWorld() : ResourcePolicy(new PolicyInfo
{
    Id = "network-named-policies-do-not-open-the-world",
    Title = "Policies of Cilium do not open the world",
    Why = "The entity world is every address outside.",
    Severity = Severity.High,
    Types = ["kubernetes:cilium.io/v2:CiliumNetworkPolicy", "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy"],
    Threats = [Threat.ToolExploitation, Threat.Disclosure, Threat.ModelStealing],
    Controls = [Framework.Mcsb("NS-1"), Framework.Atlas("AML.T0025")],
    Remediation = "Name hosts, ranges or pods.",
    Good = ["""{ "spec": { "egress": [{ "toEntities": ["kube-apiserver"] }] } }"""],
    Bad = ["""{ "spec": { "egress": [{ "toEntities": ["world"] }] } }""", """{ "spec": { "ingress": [{ "fromEntities": ["all"] }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        (resource["specs"].IsAbsent ? [resource["spec"]] : resource["specs"].Items).SelectMany(spec => spec["egress"].Items.SelectMany(rule => rule["toEntities"].Items).Concat(spec["ingress"].Items.SelectMany(rule => rule["fromEntities"].Items))).SelectMany(entity => entity.MustNotBe("world", "all", "world-ipv4", "world-ipv6"));
}
