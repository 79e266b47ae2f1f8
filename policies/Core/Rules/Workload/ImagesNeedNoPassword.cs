using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ImagesNeedNoPassword() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-images-need-no-password",
    Title = "Images are pulled without a password",
    Why = "The password of a registry in a namespace is read by every pod's owner there.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Secret],
    Threats = [Threat.SupplyChain, Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Let the nodes' identity pull.",
    Good = ["""{ "type": "Opaque" }"""],
    Bad = ["""{ "type": "kubernetes.io/dockerconfigjson" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["type"].MustNotBe("kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg");
}
