using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class IsNotBasic() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-is-not-basic",
    Title = "Registries are not of the basic tier",
    Why = "The basic tier is throttled first, and scans and webhooks are few.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set sku to another value than Basic.",
    Good = ["""{ "sku": "Standard" }""", """{ }"""],
    Bad = ["""{ "sku": "Basic" }"""],
    Equivalents = ["CKV_AZURE_163"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku"].MustNotBe("Basic");
}
