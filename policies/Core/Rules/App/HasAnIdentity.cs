using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class HasAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "app-has-an-identity",
    Title = "Apps have an identity",
    Why = "Without an identity it needs stored credentials to call others.",
    Severity = Severity.Low,
    Types = AppTypes.All,
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set identity.type.",
    Good = ["""{ "identity": { "type": "SystemAssigned" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_16", "CKV_AZURE_71", "AVD-AZU-0002"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustExist();
}
