using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletKnowsItsClients() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-knows-its-clients",
    Title = "The kubelet checks client certificates",
    Why = "Without a certificate on both sides somebody in between reads and writes every object of the cluster.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --client-ca-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--client-ca-file=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }"""],
    Equivalents = ["CKV_K8S_140", "C-0070", "C-0174", "kics:e0e00aba-5f1c-4981-a542-9a9563c0ee20"],
}, "kubelet", "authentication.x509.clientCAFile")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("client-ca-file");

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustExist();
}
