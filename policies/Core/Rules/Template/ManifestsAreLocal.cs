using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Template;

internal sealed class ManifestsAreLocal() : ResourcePolicy(new PolicyInfo
{
    Id = "template-manifests-are-local",
    Title = "Manifests are files of yours",
    Why = "What an address answers today is not what was checked.",
    Severity = Severity.High,
    Types = ["kubernetes:yaml/v2:ConfigFile", "kubernetes:yaml/v2:ConfigGroup", "kubernetes:yaml:ConfigFile", "kubernetes:yaml:ConfigGroup", "kubernetes:kustomize/v2:Directory"],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Atlas("AML.T0010"), Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Keep the file beside the program.",
    Good = ["""{ "file": "crds.yaml" }""", """{ "files": ["a.yaml"] }"""],
    Bad = ["""{ "file": "https://a.example/crds.yaml" }""", """{ "files": ["http://a.example/x.yaml"] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["file"].Must("be a file of yours", Local, whenAbsent: true).Concat(resource["files"].Items.SelectMany(file => file.Must("be a file of yours", Local)));

    private static bool Local(Field file) => file.AsText?.Contains("://", StringComparison.Ordinal) != true;
}
