using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class AppArmorIsNotOff() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-app-armor-is-not-off",
    Title = "AppArmor is not switched off",
    Why = "AppArmor stops a container from what its profile does not name.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/AppArmor")],
    Remediation = "Use RuntimeDefault.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "appArmorProfile": { "type": "Unconfined" } } }] }"""],
    Equivalents = ["AVD-KSV-0002", "kics:8b36775e-183d-4d46-b0f7-96a6f34a723f", "kyverno:restrict-apparmor-profiles", "gatekeeper:apparmor", "kubeaudit:apparmor"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Select(container => container["securityContext.appArmorProfile"]).Prepend(pod["securityContext.appArmorProfile"]).SelectMany(profile => profile.Member("type").MustBeOneOf(["RuntimeDefault", "Localhost"], whenAbsent: profile.IsAbsent)).Concat(pod.Metadata.Member("annotations").Members.Where(annotation => annotation.Name.StartsWith("container.apparmor.security.beta.kubernetes.io/", StringComparison.Ordinal)).SelectMany(annotation => annotation.Field.Must("be runtime/default or a local profile", value => value.AsText is "runtime/default" or "" || (value.AsText ?? "").StartsWith("localhost/", StringComparison.Ordinal))));
}
