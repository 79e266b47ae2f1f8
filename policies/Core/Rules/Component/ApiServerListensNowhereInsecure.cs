using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerListensNowhereInsecure() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-listens-nowhere-insecure",
    Title = "The API server has no address without TLS",
    Why = "Nobody is asked for a name there, and everything is allowed.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --insecure-bind-address.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--insecure-bind-address=127.0.0.1"] }] }"""],
    Equivalents = ["CKV_K8S_86", "kics:b9380fd3-5ffe-4d10-9290-13e18e71eee1"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeAbsent("insecure-bind-address");
}
