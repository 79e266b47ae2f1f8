using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class SchedulerShowsNoProfiles() : ComponentPolicy(new PolicyInfo
{
    Id = "component-scheduler-shows-no-profiles",
    Title = "The scheduler shows no profiles",
    Why = "Profiles show memory and traces of the component to whoever reaches the port.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --profiling=false, or enableProfiling to false in the configuration file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-scheduler", "--profiling=false"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-scheduler"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-scheduler", "--profiling=true"] }] }"""],
    Equivalents = ["CKV_K8S_114", "AVD-KCV-0040", "C-0151", "kics:2f491173-6375-4a84-b28e-a4e2b9a58a69"],
}, "kube-scheduler", "enableProfiling", "kubernetes:kubescheduler.config.k8s.io/v1:KubeSchedulerConfiguration")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("profiling", "false");

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustBe(false);
}
