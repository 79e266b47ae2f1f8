using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class FtpIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "app-ftp-is-off",
    Title = "Apps take no files over FTP",
    Why = "Code can be replaced by whoever has the publishing password.",
    Severity = Severity.Medium,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set siteConfig.ftpsState to Disabled or FtpsOnly.",
    Good = ["""{ "siteConfig": { "ftpsState": "Disabled" } }"""],
    Bad = ["""{ "siteConfig": { "ftpsState": "AllAllowed" } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_78", "AVD-AZU-0071", "kics:85da374f-b00f-4832-9d44-84a1ca1e89f8", "kics:9dab0179-433d-4dff-af8f-0091025691df"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["siteConfig.ftpsState"].MustBeOneOf(["Disabled", "FtpsOnly"]);
}
