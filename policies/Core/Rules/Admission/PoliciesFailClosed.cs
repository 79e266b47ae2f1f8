using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Admission;

internal sealed class PoliciesFailClosed() : ResourcePolicy(new PolicyInfo
{
    Id = "admission-policies-fail-closed",
    Title = "Admission policies fail closed",
    Why = "A policy that is ignored when its expression fails is switched off by making it fail.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ValidatingAdmissionPolicy],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set failurePolicy to Fail.",
    Corrections = [new("failurePolicy", "\"Fail\"")],
    Good = ["""{ "spec": { "failurePolicy": "Fail" } }"""],
    Bad = ["""{ "spec": { "failurePolicy": "Ignore" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec"].Member("failurePolicy").MustBe("Fail", whenAbsent: true);
}
