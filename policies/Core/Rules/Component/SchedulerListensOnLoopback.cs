using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class SchedulerListensOnLoopback() : ComponentPolicy(new PolicyInfo
{
    Id = "component-scheduler-listens-on-loopback",
    Title = "The scheduler listens on loopback",
    Why = "Its port needs no visitor from other machines.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --bind-address=127.0.0.1.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-scheduler", "--bind-address=127.0.0.1"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-scheduler"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-scheduler", "--bind-address=0.0.0.0"] }] }"""],
    Equivalents = ["CKV_K8S_115", "AVD-KCV-0041", "C-0152", "kics:46a2e9ec-6a5f-4faa-9d39-4ea44d5d87a2"],
}, "kube-scheduler")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("bind-address", "127.0.0.1");
}
