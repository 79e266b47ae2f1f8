using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class TlsIsCurrent() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-tls-is-current",
    Title = "The storage account refuses old TLS",
    Why = "TLS 1.0 and 1.1 can be broken on the way.",
    Severity = Severity.High,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Remove minTlsVersion (TLS1_2 by default).",
    Corrections = [new("minTlsVersion", "\"TLS1_2\"")],
    Good = ["""{ "minTlsVersion": "TLS1_2" }""", """{ }"""],
    Bad = ["""{ "minTlsVersion": "TLS1_0" }"""],
    Equivalents = ["CKV_AZURE_44", "AVD-AZU-0011", "kics:8263f146-5e03-43e0-9cfe-db960d56d1e7", "AZU-0059"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["minTlsVersion"].MustBeOneOf(["TLS1_2", "TLS1_3"], whenAbsent: true);
}
