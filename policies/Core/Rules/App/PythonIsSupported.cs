using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class PythonIsSupported() : ResourcePolicy(new PolicyInfo
{
    Id = "app-python-is-supported",
    Title = "Apps run a supported Python",
    Why = "Old runtimes no longer get security fixes.",
    Severity = Severity.Low,
    Types = AppTypes.All,
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set applicationStack.pythonVersion to a supported version.",
    Good = ["""{ "siteConfig": { "applicationStack": { "pythonVersion": "3.12" } } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "pythonVersion": "2.7" } }"""],
    Equivalents = ["CKV_AZURE_82", "AZU-0070"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["siteConfig.pythonVersion"], resource["siteConfig.applicationStack.pythonVersion"] }.SelectMany(version => version.MustNotBe("2.7", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"));
}
