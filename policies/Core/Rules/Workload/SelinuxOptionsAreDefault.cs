using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class SelinuxOptionsAreDefault() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-selinux-options-are-default",
    Title = "SELinux options name no other user, role or type",
    Why = "Other types than the container ones switch the confinement off.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/SELinux")],
    Remediation = "Remove seLinuxOptions.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "seLinuxOptions": { "type": "spc_t" } } }] }"""],
    Equivalents = ["AVD-KSV-0025", "kyverno:disallow-selinux", "gatekeeper:selinux"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Select(container => container["securityContext.seLinuxOptions"]).Prepend(pod["securityContext.seLinuxOptions"]).SelectMany(options => options.Member("type").Must("be one of container_t, container_init_t, container_kvm_t, container_engine_t", type => type.AsText is "" or "container_t" or "container_init_t" or "container_kvm_t" or "container_engine_t", whenAbsent: true).Concat(options.Member("user").MustBeAbsent()).Concat(options.Member("role").MustBeAbsent()));
}
