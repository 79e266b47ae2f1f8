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
    Bad = ["""{ "siteConfig": { "pythonVersion": "2.7" } }""", """{ "siteConfig": { "pythonVersion": "3.8.10" } }"""],
    Equivalents = ["CKV_AZURE_82", "AZU-0070", "kics:cc4aaa9d-1070-461a-b519-04e00f42db8a"],
})
{
    // 3.9 had its last fix on 31 October 2025: https://devguide.python.org/versions/. A release is refused from a year after on.
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["siteConfig.pythonVersion"], resource["siteConfig.applicationStack.pythonVersion"] }.SelectMany(version => version.MustBeReleasedSince(3, 10));
}
