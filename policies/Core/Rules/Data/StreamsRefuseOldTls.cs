using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class StreamsRefuseOldTls() : ResourcePolicy(new PolicyInfo
{
    Id = "data-streams-refuse-old-tls",
    Title = "The streams refuse old TLS",
    Why = "TLS 1.0 and 1.1 can be broken on the way.",
    Severity = Severity.Medium,
    Types = ["azure:eventhub/eventHubNamespace:EventHubNamespace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove minimumTlsVersion.",
    Corrections = [new("minimumTlsVersion", "\"1.2\"")],
    Good = ["""{ "minimumTlsVersion": "1.2" }""", """{ }"""],
    Bad = ["""{ "minimumTlsVersion": "1.0" }"""],
    Equivalents = ["CKV_AZURE_223"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["minimumTlsVersion"].MustBeOneOf(["1.2", "1.3"], whenAbsent: true);
}
