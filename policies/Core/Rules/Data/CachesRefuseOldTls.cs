using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CachesRefuseOldTls() : ResourcePolicy(new PolicyInfo
{
    Id = "data-caches-refuse-old-tls",
    Title = "Caches refuse old TLS",
    Why = "TLS 1.0 and 1.1 can be broken on the way.",
    Severity = Severity.High,
    Types = ["azure:redis/cache:Cache"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set minimumTlsVersion to 1.2.",
    Corrections = [new("minimumTlsVersion", "\"1.2\"")],
    Good = ["""{ "minimumTlsVersion": "1.2" }""", """{ }"""],
    Bad = ["""{ "minimumTlsVersion": "1.0" }"""],
    Equivalents = ["CKV_AZURE_148"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["minimumTlsVersion"].MustBeOneOf(["1.2", "1.3"], whenAbsent: true);
}
