using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletKeepsIpTables() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-keeps-ip-tables",
    Title = "The kubelet keeps the node's rules for packets",
    Why = "Rules that drift let packets through.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --make-iptables-util-chains=false.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--make-iptables-util-chains=false"] }] }"""],
    Equivalents = ["CKV_K8S_145", "C-0178", "kics:5f89001f-6dd9-49ff-9b15-d8cd71b617f4"],
}, "kubelet", "makeIPTablesUtilChains")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotBe("make-iptables-util-chains", "false");

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustNotBe(false);
}
