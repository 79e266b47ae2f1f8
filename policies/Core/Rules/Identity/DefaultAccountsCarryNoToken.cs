using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class DefaultAccountsCarryNoToken() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-default-accounts-carry-no-token",
    Title = "The default service accounts do not hand out tokens",
    Why = "Every pod that names no account carries the token of the default one.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ServiceAccount],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.5")],
    Remediation = "Set automountServiceAccountToken to false on the account named default.",
    Corrections = [new("automountServiceAccountToken", "false")],
    Good = ["""{ "metadata": { "name": "default" }, "automountServiceAccountToken": false }""", """{ "metadata": { "name": "server" } }"""],
    Bad = ["""{ "metadata": { "name": "default" } }"""],
    Equivalents = ["CKV_K8S_41", "C-0189", "C-0225"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) => Is(resource) ? resource["automountServiceAccountToken"].MustBe(false) : [];

    internal static bool Is(Resource account) => account["metadata.name"].AsText == "default";
}
