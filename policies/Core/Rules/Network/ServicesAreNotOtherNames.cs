using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class ServicesAreNotOtherNames() : ResourcePolicy(new PolicyInfo
{
    Id = "network-services-are-not-other-names",
    Title = "Services are no other names",
    Why = "A name inside that leads outside goes past what policies by name allow.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Service],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name the host where it is used.",
    Good = ["""{ "spec": { "type": "ClusterIP" } }"""],
    Bad = ["""{ "spec": { "type": "ExternalName", "externalName": "a.example" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.externalName"].MustBeAbsent();
}
