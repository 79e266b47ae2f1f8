using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class AsksForCertificates() : ResourcePolicy(new PolicyInfo
{
    Id = "app-asks-for-certificates",
    Title = "Apps ask their callers for certificates",
    Why = "A token that leaks is enough to call.",
    Severity = Severity.Low,
    Types = AppTypes.All,
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set clientCertificateEnabled to true and clientCertificateMode to Required.",
    Good = ["""{ "clientCertificateEnabled": true }""", """{ "clientCertEnabled": true }"""],
    Bad = ["""{ }""", """{ "clientCertEnabled": false }""", """{ "clientCertificateEnabled": true, "clientCertificateMode": "Optional" }"""],
    Equivalents = ["CKV_AZURE_17", "AVD-AZU-0001"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["clientCertificateEnabled"].IsAbsent ? resource["clientCertEnabled"].IsAbsent ? resource["clientCertificateEnabled"].MustBe(true) : resource["clientCertEnabled"].MustBe(true) : [.. resource["clientCertificateEnabled"].MustBe(true), .. resource["clientCertificateMode"].MustBe("Required", whenAbsent: true)];
}
