using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerHasNoInsecurePort() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-has-no-insecure-port",
    Title = "The API server has no port without TLS",
    Why = "Nobody is asked for a name there, and everything is allowed.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --insecure-port.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--insecure-port=0"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--insecure-port=8080"] }] }"""],
    Equivalents = ["CKV_K8S_88", "C-0005", "kics:fa4def8c-1898-4a35-a139-7b76b1acdef0"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("insecure-port", "0", whenAbsent: true);
}
