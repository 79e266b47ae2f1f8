using System.Text.Json;
using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Tests.Providers;

public sealed class AzureFactsTests
{
    public static TheoryData<string> Accepted => Load("accepted.jsonl");

    public static TheoryData<string> Refused => Load("refused.jsonl");

    private static TheoryData<string> Load(string file) => [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "cli", "Providers", file))];

    private static List<Refusal> Check(string line, out string name)
    {
        var root = JsonDocument.Parse(line).RootElement;
        name = root.GetProperty("name").GetString()!;
        return [.. AzureFacts.Check(root.GetProperty("type").GetString()!, PropertyValue.FromJson(root.GetProperty("inputs")))];
    }

    [Theory, MemberData(nameof(Accepted), DisableDiscoveryEnumeration = true)]
    public void What_the_provider_accepts_is_accepted(string line)
    {
        var found = Check(line, out var name);
        Assert.True(found.Count == 0, $"{name}: {string.Join("; ", found)}");
    }

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_the_provider_refuses_is_refused(string line) => Assert.True(Check(line, out var name).Count > 0, name);

    [Fact]
    public void A_secret_that_is_refused_is_not_shown()
    {
        var inputs = PropertyValue.MapOf([KeyValuePair.Create("skuName", PropertyValue.SecretOf(PropertyValue.Of("canary")))]);
        Assert.All(AzureFacts.Check("azure:keyvault/keyVault:KeyVault", inputs), refusal => Assert.DoesNotContain("canary", refusal.Problem));
    }

    [Fact]
    public void An_id_has_the_form_of_its_type() => Assert.Equal(
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
        AzureFacts.IdOf("azure:keyvault/keyVault:KeyVault", "urn", "x", PropertyValue.Parse("""{ "name": "kv", "resourceGroupName": "rg" }""")));
}
