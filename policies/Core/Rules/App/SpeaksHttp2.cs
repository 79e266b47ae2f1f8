using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class SpeaksHttp2() : ResourcePolicy(new PolicyInfo
{
    Id = "app-speaks-http2",
    Title = "Apps speak HTTP/2",
    Why = "HTTP/1.1 parsers disagree on where a request ends.",
    Severity = Severity.Low,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set siteConfig.http2Enabled to true.",
    Good = ["""{ "siteConfig": { "http2Enabled": true } }"""],
    Bad = ["""{ "siteConfig": { "http2Enabled": false } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_18", "CKV_AZURE_67", "AVD-AZU-0005", "kics:525b53be-62ed-4244-b4df-41aecfcb4071", "kics:ace823d1-4432-4dee-945b-cdf11a5a6bd0", "kics:70111098-7f85-48f0-b1b4-e4261cf5f61b"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["siteConfig.http2Enabled"].MustBe(true);
}
