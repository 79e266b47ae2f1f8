using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class FabricSignsInWithEntra() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-fabric-signs-in-with-entra",
    Title = "Service Fabric clusters sign in with Entra",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:servicefabric/cluster:Cluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set azureActiveDirectory.tenantId.",
    Good = ["""{ "azureActiveDirectory": { "tenantId": "t" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_126", "kics:a21c8da9-41bf-40cf-941d-330cf0d11fc7"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["azureActiveDirectory.tenantId"].MustExist();
}
