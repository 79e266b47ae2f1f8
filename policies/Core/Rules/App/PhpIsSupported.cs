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
    Bad = ["""{ "siteConfig": { "phpVersion": "7.4" } }""", """{ "siteConfig": { "applicationStack": { "phpVersion": "v7.3" } } }"""],
    Equivalents = ["CKV_AZURE_81", "AZU-0069", "kics:96fe318e-d631-4156-99fa-9080d57280ae"],
})
{
    // 8.0 had its last fix on 26 November 2023, 8.1 on 31 December 2025: https://www.php.net/eol.php. A release is refused from a year after on.
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["siteConfig.phpVersion"], resource["siteConfig.applicationStack.phpVersion"] }.SelectMany(version => version.MustBeReleasedSince(8, 1));
}
