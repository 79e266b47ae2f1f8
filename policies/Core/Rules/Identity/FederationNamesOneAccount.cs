using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class FederationNamesOneAccount() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-federation-names-one-account",
    Title = "Federated credentials name one service account",
    Why = "A star gives the identity to every account of a namespace.",
    Severity = Severity.Critical,
    Types = ["azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Name namespace and account.",
    Good = ["""{ "subject": "system:serviceaccount:models:server" }"""],
    Bad = ["""{ "subject": "system:serviceaccount:models:*" }""", """{ "subject": "system:serviceaccount:default:server" }""", """{ "subject": "system:serviceaccount:models:default" }""", """{ "subject": "repo:example/repo:pull_request" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subject"].Must("name one account, made for its purpose", subject => subject.AsText is { Length: > 0 } text && !text.Contains('*', StringComparison.Ordinal)
            && !text.StartsWith("system:serviceaccount:default:", StringComparison.Ordinal) && !text.EndsWith(":default", StringComparison.Ordinal) && !text.EndsWith(":pull_request", StringComparison.Ordinal));
}
