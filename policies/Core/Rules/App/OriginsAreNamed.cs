using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class OriginsAreNamed() : ResourcePolicy(new PolicyInfo
{
    Id = "app-origins-are-named",
    Title = "Apps name the sites that may call them",
    Why = "Any web page may call it in the name of its visitor.",
    Severity = Severity.Medium,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the origins in siteConfig.cors.allowedOrigins.",
    Good = ["""{ "siteConfig": { "cors": { "allowedOrigins": [ "https://a.example" ] } } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "cors": { "allowedOrigins": [ "*" ] } } }"""],
    Equivalents = ["CKV_AZURE_57", "CKV_AZURE_62"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["siteConfig.cors.allowedOrigins"].EachMust(origin => origin.MustNotBe("*"));
}
