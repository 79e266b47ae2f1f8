using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class DoesNotRelyOnContentTrust() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-does-not-rely-on-content-trust",
    Title = "Registries do not rely on Docker Content Trust",
    Why = "It is being withdrawn, and gives a false sense of safety: sign with Notation or cosign, and verify at admission.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Remove trustPolicyEnabled, or set it to false.",
    Corrections = [new("trustPolicyEnabled", "false")],
    Good = ["""{ "trustPolicyEnabled": false }""", """{ }"""],
    Bad = ["""{ "trustPolicyEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["trustPolicyEnabled"].MustNotBe(true);
}
