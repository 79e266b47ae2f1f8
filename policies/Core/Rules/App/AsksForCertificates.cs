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
    Good = ["""{ "clientCertificateEnabled": true }""", """{ "clientCertEnabled": true }""", """{ "clientCertMode": "Required" }"""],
    Bad = ["""{ }""", """{ "clientCertEnabled": false }""", """{ "clientCertificateEnabled": true, "clientCertificateMode": "Optional" }"""],
    Equivalents = ["CKV_AZURE_17", "AVD-AZU-0001", "kics:9bb3c639-5edf-458c-8ee5-30c17c7d671d", "kics:a81573f9-3691-4d83-88a0-7d4af63e17a3", "kics:92302b47-b0cc-46cb-a28f-5610ecda140b"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        !resource["clientCertEnabled"].IsAbsent ? resource["clientCertEnabled"].MustBe(true)
        : !resource["clientCertMode"].IsAbsent ? resource["clientCertMode"].MustBe("Required") // old function apps have no flag
        : resource["clientCertificateEnabled"].IsAbsent ? resource["clientCertificateEnabled"].MustBe(true) : [.. resource["clientCertificateEnabled"].MustBe(true), .. resource["clientCertificateMode"].MustBe("Required", whenAbsent: true)];
}
