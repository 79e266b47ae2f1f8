using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class FtpIsEncryptedOrOff() : ResourcePolicy(new PolicyInfo
{
    Id = "app-ftp-is-encrypted-or-off",
    Title = "Apps take no files over plain FTP",
    Why = "Passwords and code travel in clear.",
    Severity = Severity.High,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set siteConfig.ftpsState to another value than AllAllowed.",
    Good = ["""{ "siteConfig": { "ftpsState": "FtpsOnly" } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "ftpsState": "AllAllowed" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["siteConfig.ftpsState"].MustNotBe("AllAllowed");
}
