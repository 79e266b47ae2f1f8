using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class PhpIsSupported() : ResourcePolicy(new PolicyInfo
{
    Id = "app-php-is-supported",
    Title = "Apps run a supported PHP",
    Why = "Old runtimes no longer get security fixes.",
    Severity = Severity.Low,
    Types = AppTypes.All,
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set applicationStack.phpVersion to a supported version.",
    Good = ["""{ "siteConfig": { "applicationStack": { "phpVersion": "8.3" } } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "phpVersion": "7.4" } }"""],
    Equivalents = ["CKV_AZURE_81", "AZU-0069"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["siteConfig.phpVersion"], resource["siteConfig.applicationStack.phpVersion"] }.SelectMany(version => version.MustBeAtLeast(8.1, whenAbsent: true));
}
