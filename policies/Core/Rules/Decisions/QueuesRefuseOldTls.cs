using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Decisions;

internal sealed class QueuesRefuseOldTls() : ResourcePolicy(new PolicyInfo
{
    Id = "decisions-queues-refuse-old-tls",
    Title = "The queues refuse old TLS",
    Why = "TLS 1.0 and 1.1 can be broken on the way.",
    Severity = Severity.Medium,
    Types = ["azure:servicebus/namespace:Namespace"],
    Threats = [Threat.DecisionExploitation],
    Controls = [Framework.Mcsb("AI-5"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Remove minimumTlsVersion.",
    Corrections = [new("minimumTlsVersion", "\"1.2\"")],
    Good = ["""{ "minimumTlsVersion": "1.2" }""", """{ }"""],
    Bad = ["""{ "minimumTlsVersion": "1.0" }"""],
    Equivalents = ["CKV_AZURE_205"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["minimumTlsVersion"].MustBeOneOf(["1.2", "1.3"], whenAbsent: true);
}
