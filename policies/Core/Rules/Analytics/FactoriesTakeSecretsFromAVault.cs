using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class FactoriesTakeSecretsFromAVault() : StackPolicy(new PolicyInfo
{
    Id = "analytics-factories-take-secrets-from-a-vault",
    Title = "Data factories take their secrets from a vault",
    Why = "Passwords of linked services lie in the factory otherwise.",
    Severity = Severity.Low,
    Types = ["azure:datafactory/factory:Factory", "azure:datafactory/linkedServiceKeyVault:LinkedServiceKeyVault"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Add a LinkedServiceKeyVault.",
    Good = ["""[{ "type": "azure:datafactory/factory:Factory", "name": "a", "id": "/a" }, { "type": "azure:datafactory/linkedServiceKeyVault:LinkedServiceKeyVault", "name": "b", "id": "/b", "properties": { "dataFactoryId": "/a" } }]"""],
    Bad = ["""[{ "type": "azure:datafactory/factory:Factory", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_15"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:datafactory/factory:Factory", Link, "dataFactoryId", "have a linked key vault", applies: factory => !stack.References(Link, "dataFactoryName").To(factory, factory["name"].AsText).Any());

    private const string Link = "azure:datafactory/linkedServiceKeyVault:LinkedServiceKeyVault";
}
