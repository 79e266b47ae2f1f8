using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class ServicesHaveNoExternalAddresses() : ResourcePolicy(new PolicyInfo
{
    Id = "network-services-have-no-external-addresses",
    Title = "Services claim no external addresses",
    Why = "Whoever sets externalIPs receives the traffic of others (CVE-2020-8554).",
    Severity = Severity.High,
    Types = [KubernetesTypes.Service],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Remove externalIPs.",
    Good = ["""{ "spec": {} }"""],
    Bad = ["""{ "spec": { "externalIPs": ["8.8.8.8"] } }"""],
    Equivalents = ["AVD-KSV-0108", "C-0261", "kyverno:restrict-service-external-ips", "gatekeeper:externalip"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec"].Member("externalIPs").MustBeAbsent();
}
