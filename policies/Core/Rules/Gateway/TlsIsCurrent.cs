using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class TlsIsCurrent() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-tls-is-current",
    Title = "The gateway speaks TLS 1.2 or newer",
    Why = "Older versions are broken.",
    Severity = Severity.High,
    Types = [GatewayRoutes.ClientPolicy],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Nist("SC-8"), Framework.Mcsb("DP-3")],
    Remediation = "Set tls.minVersion to \"1.2\" or \"1.3\".",
    Corrections = [new("minVersion", "\"1.2\"")],
    Good = ["""{ "spec": { "tls": { "minVersion": "1.2" } } }""", """{ "spec": { "tls": { "alpnProtocols": ["h2"] } } }""", """{ "spec": { } }"""],
    Bad = ["""{ "spec": { "tls": { "minVersion": "1.0" } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.tls.minVersion"].MustBeOneOf(["1.2", "1.3"], whenAbsent: true);
}
