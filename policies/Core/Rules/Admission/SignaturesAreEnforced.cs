using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Admission;

internal sealed class SignaturesAreEnforced() : ResourcePolicy(new PolicyInfo
{
    Id = "admission-signatures-are-enforced",
    Title = "Admission refuses images without a signature",
    Why = "A check that only reports lets the tampered image run.",
    Severity = Severity.High,
    Types = ["kubernetes:policies.kyverno.io/v1:ImageValidatingPolicy", "kubernetes:kyverno.io/v1:ClusterPolicy", "kubernetes:kyverno.io/v1:Policy", "kubernetes:policy.sigstore.dev/v1beta1:ClusterImagePolicy"],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Atlas("AML.M0013"), Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Mcsb("DS-6")],
    Remediation = "Set validationActions to Deny, or validationFailureAction to Enforce.",
    Good = ["""{ "spec": { "validationActions": ["Deny"] } }""", """{ "spec": { } }"""],
    Bad = ["""{ "spec": { "validationActions": ["Audit"] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource.Type.EndsWith("ImageValidatingPolicy", StringComparison.Ordinal) ? resource["spec"].Member("validationActions").Must("contain 'Deny'", actions => actions.Items.Any(action => action.AsText == "Deny" || action.IsUnknown), whenAbsent: true)
        : resource.Type.EndsWith("ClusterImagePolicy", StringComparison.Ordinal) ? resource["spec.mode"].MustNotBe("warn")
        : resource["spec.rules"].Items.Any(rule => !rule["verifyImages"].IsAbsent) ? resource["spec.validationFailureAction"].MustNotBe("Audit").Concat(resource["spec.rules"].Items.SelectMany(rule => rule["verifyImages"].Items).SelectMany(image => image["failureAction"].MustNotBe("Audit"))) : [];
}
