using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class CertificatesRenew() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-certificates-renew",
    Title = "Certificates in the vault renew themselves",
    Why = "One that ends takes the service with it, and is replaced in haste.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/certificate:Certificate"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("DP-7")],
    Remediation = "Add a lifetime action with AutoRenew.",
    Good = ["""{ "certificatePolicy": { "lifetimeActions": [{ "action": { "actionType": "AutoRenew" } }] } }"""],
    Bad = ["""{ "certificatePolicy": { "lifetimeActions": [{ "action": { "actionType": "EmailContacts" } }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["certificatePolicy.lifetimeActions"].Items.Any(action => action["action.actionType"].IsUnknown || action["action.actionType"].AsText == "AutoRenew") || resource["certificatePolicy"].IsAbsent || resource["certificatePolicy"].IsUnknown || resource["certificatePolicy.lifetimeActions"].IsUnknown ? [] : [resource["certificatePolicy.lifetimeActions"].Violation("contain AutoRenew")];
}
