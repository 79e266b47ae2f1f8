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
    Equivalents = ["CKV_AZURE_16", "CKV_AZURE_71", "AVD-AZU-0002", "kics:b61cce4b-0cc4-472b-8096-15617a6d769b", "kics:c87749b3-ff10-41f5-9df2-c421e8151759", "kics:e9c133e5-c2dd-4b7b-8fff-40f2de367b56"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustExist();
}
