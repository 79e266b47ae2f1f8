using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class AuditContainersAreImmutable() : StackPolicy(new PolicyInfo
{
    Id = "storage-audit-containers-are-immutable",
    Title = "Containers of logs and decisions cannot be changed",
    Why = "Whoever did it removes the trace otherwise.",
    Severity = Severity.High,
    Types = ["azure:storage/container:Container", "azure:storage/containerImmutabilityPolicy:ContainerImmutabilityPolicy"],
    Threats = [Threat.DecisionExploitation, Threat.FullStack],
    Controls = [Framework.Atlas("AML.M0024"), Framework.Nist("AU-9"), Framework.Mcsb("LT-6")],
    Remediation = "Add a ContainerImmutabilityPolicy, locked once its days are right.",
    Good = ["""[{ "type": "azure:storage/container:Container", "name": "c", "id": "/c", "properties": { "name": "decisions" } }, { "type": "azure:storage/containerImmutabilityPolicy:ContainerImmutabilityPolicy", "name": "p", "properties": { "storageContainerResourceManagerId": "/c", "immutabilityPeriodInDays": 365 } }]""", """[{ "type": "azure:storage/container:Container", "name": "c", "id": "/c", "properties": { "name": "weights" } }]"""],
    Bad = ["""[{ "type": "azure:storage/container:Container", "name": "c", "id": "/c", "properties": { "name": "audit-log" } }]""", """[{ "type": "azure:storage/container:Container", "name": "c", "id": "/c", "properties": { "name": "x", "metadata": { "audit": "true" } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:storage/container:Container", "azure:storage/containerImmutabilityPolicy:ContainerImmutabilityPolicy", "storageContainerResourceManagerId", "have an immutability policy", applies: container => IsRecord(container));

    private static bool? IsRecord(Resource container) => container["metadata.audit"].AsBoolean == true || (container["name"].AsText is { } name && Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Words = ["audit", "decision", "ledger"];
}
