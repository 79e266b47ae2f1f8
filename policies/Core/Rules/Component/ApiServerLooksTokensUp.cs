using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerLooksTokensUp() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-looks-tokens-up",
    Title = "The API server looks tokens of service accounts up",
    Why = "A deleted account's token lives on.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --service-account-lookup=false.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--service-account-lookup=true"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--service-account-lookup=false"] }] }"""],
    Equivalents = ["CKV_K8S_96", "AVD-KCV-0024", "C-0135", "kics:a5530bd7-225a-48f9-91bb-f40b04200165"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotBe("service-account-lookup", "false");
}
