using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class StaysInItsTenant() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-stays-in-its-tenant",
    Title = "Blobs are not copied to other tenants",
    Why = "Replication to another tenant is theft without a download.",
    Severity = Severity.High,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.Atlas("AML.T0025")],
    Remediation = "Set crossTenantReplicationEnabled to false.",
    Good = ["""{ "crossTenantReplicationEnabled": false }""", """{ }"""],
    Bad = ["""{ "crossTenantReplicationEnabled": true }"""],
    Equivalents = ["CKV2_AZURE_47"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["crossTenantReplicationEnabled"].MustNotBe(true);
}
