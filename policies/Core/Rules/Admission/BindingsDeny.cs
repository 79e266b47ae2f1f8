using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Admission;

internal sealed class BindingsDeny() : ResourcePolicy(new PolicyInfo
{
    Id = "admission-bindings-deny",
    Title = "Bindings of admission policies deny",
    Why = "A binding that only warns stops nobody.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ValidatingAdmissionPolicyBinding],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Add Deny to validationActions.",
    Good = ["""{ "spec": { "validationActions": ["Deny", "Audit"] } }"""],
    Bad = ["""{ "spec": { "validationActions": ["Warn"] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec"].Member("validationActions").Must("contain 'Deny'", actions => actions.Items.Any(action => action.AsText == "Deny" || action.IsUnknown));
}
