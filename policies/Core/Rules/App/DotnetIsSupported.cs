using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class DotnetIsSupported() : ResourcePolicy(new PolicyInfo
{
    Id = "app-dotnet-is-supported",
    Title = "Apps run a supported .NET",
    Why = "Old runtimes no longer get security fixes.",
    Severity = Severity.Low,
    Types = AppTypes.All,
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set applicationStack.dotnetVersion to a supported version.",
    Good = ["""{ "siteConfig": { "applicationStack": { "dotnetVersion": "8.0" } } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "dotnetFrameworkVersion": "v4.0" } }"""],
    Equivalents = ["CKV_AZURE_80"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["siteConfig.dotnetFrameworkVersion"], resource["siteConfig.applicationStack.dotnetVersion"] }.SelectMany(version => version.MustBeReleasedSince(8, 0));
}
