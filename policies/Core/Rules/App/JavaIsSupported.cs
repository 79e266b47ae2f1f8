using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class JavaIsSupported() : ResourcePolicy(new PolicyInfo
{
    Id = "app-java-is-supported",
    Title = "Apps run a supported Java",
    Why = "Old runtimes no longer get security fixes.",
    Severity = Severity.Low,
    Types = AppTypes.All,
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set applicationStack.javaVersion to a supported version.",
    Good = ["""{ "siteConfig": { "applicationStack": { "javaVersion": "21" } } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "javaVersion": "1.7" } }""", """{ "siteConfig": { "javaVersion": "1.7.0_80" } }"""],
    Equivalents = ["CKV_AZURE_83"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["siteConfig.javaVersion"], resource["siteConfig.applicationStack.javaVersion"] }.SelectMany(version => version.MustBeReleasedSince(11, 0));
}
