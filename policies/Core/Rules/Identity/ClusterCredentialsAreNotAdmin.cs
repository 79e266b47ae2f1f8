using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class ClusterCredentialsAreNotAdmin() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-cluster-credentials-are-not-admin",
    Title = "Programs reach the cluster as somebody, not as its administrator",
    Why = "The administrator's certificate does not end, and has no name.",
    Severity = Severity.High,
    Types = ["pulumi:providers:kubernetes"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1"), Framework.Nist("AC-6")],
    Remediation = "Use kubeConfigRaw with Entra sign-in.",
    Good = ["""{ "kubeconfig": "apiVersion: v1\nusers:\n- name: a\n  user: { exec: { command: kubelogin } }" }""", """{ }"""],
    Bad = ["""{ "kubeconfig": "apiVersion: v1\nusers:\n- name: clusterAdmin_g_c\n  user: {}" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["kubeconfig"].Must("not be the administrator's", config => config.AsText?.Contains("clusterAdmin_", StringComparison.Ordinal) != true, whenAbsent: true).OfType<Violation>();
}
