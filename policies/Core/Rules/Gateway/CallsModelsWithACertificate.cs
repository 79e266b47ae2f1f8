using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class CallsModelsWithACertificate() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-calls-models-with-a-certificate",
    Title = "The gateway shows the model servers a certificate",
    Why = "A server that cannot tell the gateway from another pod must answer any pod.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.Proxy],
    Threats = [Threat.Disclosure, Threat.ModelStealing],
    Controls = [Framework.Nist("SC-8"), Framework.Atlas("AML.M0019")],
    Remediation = "Set backendTLS.clientCertificateRef.",
    Good = ["""{ "spec": { "backendTLS": { "clientCertificateRef": { "name": "c" } } } }"""],
    Bad = ["""{ "spec": { } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.backendTLS.clientCertificateRef"].MustExist();
}
