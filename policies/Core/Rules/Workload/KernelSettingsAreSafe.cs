using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class KernelSettingsAreSafe() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-kernel-settings-are-safe",
    Title = "The pods change only safe kernel settings",
    Why = "Other settings belong to the whole node.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Sysctls")],
    Remediation = "Remove the setting.",
    Good = ["""{ "securityContext": { "sysctls": [{ "name": "net.ipv4.ip_unprivileged_port_start", "value": "0" }] }, "containers": [] }"""],
    Bad = ["""{ "securityContext": { "sysctls": [{ "name": "kernel.msgmax", "value": "1" }] }, "containers": [] }"""],
    Equivalents = ["AVD-KSV-0026", "C-0053", "kics:9127f0d9-2310-42e7-866f-5fd9d20dcbad", "kyverno:restrict-sysctls", "gatekeeper:forbidden-sysctls", "kube-linter:unsafe-sysctls"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["securityContext.sysctls"].Items.SelectMany(setting => setting.Member("name").Must("be a safe one", name => Safe.Contains(name.AsText)));

    private static readonly string[] Safe =
    [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports",
        "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem",
        "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat",
    ];
}
