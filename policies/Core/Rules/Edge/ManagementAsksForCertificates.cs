using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementAsksForCertificates() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-asks-for-certificates",
    Title = "API management asks its callers for certificates",
    Why = "A key that leaks is enough to call.",
    Severity = Severity.Low,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set clientCertificateEnabled to true.",
    Good = ["""{ "clientCertificateEnabled": true }"""],
    Bad = ["""{ }""", """{ "clientCertificateEnabled": false }"""],
    Equivalents = ["CKV_AZURE_152"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["skuName"].AsText?.StartsWith("Consumption", StringComparison.OrdinalIgnoreCase) == false && resource["clientCertificateEnabled"].IsAbsent ? [] : resource["clientCertificateEnabled"].MustBe(true);
}
