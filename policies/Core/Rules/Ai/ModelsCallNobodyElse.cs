using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class ModelsCallNobodyElse() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-models-call-nobody-else",
    Title = "Azure OpenAI calls only named hosts",
    Why = "Data can be carried out by whoever gets in.",
    Severity = Severity.Medium,
    Types = ["azure:cognitive/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Set outboundNetworkAccessRestricted to true and name the hosts in fqdns.",
    Good = ["""{ "kind": "OpenAI", "outboundNetworkAccessRestricted": true, "fqdns": [ "a.example" ] }""", """{ "kind": "Face" }"""],
    Bad = ["""{ "kind": "OpenAI" }""", """{ "kind": "OpenAI", "outboundNetworkAccessRestricted": true }"""],
    Equivalents = ["CKV_AZURE_247"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["kind"].AsText?.Trim().Equals("OpenAI", StringComparison.OrdinalIgnoreCase) == true ? resource["outboundNetworkAccessRestricted"].MustBe(true).Concat(resource["fqdns"].MustExist()).Take(1) : [];
}
