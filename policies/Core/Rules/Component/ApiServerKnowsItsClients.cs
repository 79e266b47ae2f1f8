using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerKnowsItsClients() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-knows-its-clients",
    Title = "The API server takes client certificates of one authority",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --client-ca-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--client-ca-file=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Equivalents = ["AVD-KCV-0028", "C-0139", "kics:e0e00aba-5f1c-4981-a542-9a9563c0ee20"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("client-ca-file");
}
