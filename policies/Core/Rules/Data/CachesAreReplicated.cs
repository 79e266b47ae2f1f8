using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CachesAreReplicated() : ResourcePolicy(new PolicyInfo
{
    Id = "data-caches-are-replicated",
    Title = "Caches have a second node",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:redis/cache:Cache"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set skuName to another value than Basic.",
    Good = ["""{ "skuName": "Standard" }""", """{ }"""],
    Bad = ["""{ "skuName": "Basic" }"""],
    Equivalents = ["CKV_AZURE_230"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["skuName"].MustNotBe("Basic");
}
