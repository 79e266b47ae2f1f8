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
        return [.. AzureInputs.Check(root.GetProperty("type").GetString()!, PropertyValue.FromJson(root.GetProperty("inputs")))];
    }

    [Theory, MemberData(nameof(Accepted), DisableDiscoveryEnumeration = true)]
    public void What_the_provider_accepts_is_accepted(string line)
    {
        var found = Check(line, out var name);
        Assert.True(found.Count == 0, $"{name}: {string.Join("; ", found)}");
    }

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_the_provider_refuses_is_refused(string line) => Assert.True(Check(line, out var name).Count > 0, name);

    [Theory]
    [InlineData("azure:containerservice/kubernetesCluster:KubernetesCluster", "privateDnsZoneId", "System", true)]
    [InlineData("azure:containerservice/kubernetesCluster:KubernetesCluster", "privateDnsZoneId", "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/z", true)]
    [InlineData("azure:containerservice/kubernetesCluster:KubernetesCluster", "privateDnsZoneId", "Other", false)]
    [InlineData("azure:search/service:Service", "hostingMode", "highDensity", true)]
    [InlineData("azure:search/service:Service", "hostingMode", "other", false)]
    [InlineData("azure:mssql/managedInstance:ManagedInstance", "licenseType", "baseprice", true)]
    public void Words_are_taken_in_place_of_an_id_and_in_any_case_where_the_provider_takes_them(string type, string property, string value, bool isAccepted) =>
        Assert.Equal(isAccepted, !AzureInputs.Check(type, PropertyValue.MapOf([KeyValuePair.Create(property, PropertyValue.Of(value))])).Any(refusal => refusal.Path == property));

    [Fact]
    public void A_secret_that_is_refused_is_not_shown()
    {
        var inputs = PropertyValue.MapOf([KeyValuePair.Create("skuName", PropertyValue.SecretOf(PropertyValue.Of("canary")))]);
        Assert.All(AzureInputs.Check("azure:keyvault/keyVault:KeyVault", inputs), refusal => Assert.DoesNotContain("canary", refusal.Problem));
    }

    [Fact]
    public void An_id_has_the_form_of_its_type() => Assert.Equal(
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
        AzureIds.Make("azure:keyvault/keyVault:KeyVault", "urn", "x", PropertyValue.Parse("""{ "name": "kv", "resourceGroupName": "rg" }""")));

    [Theory]
    [InlineData("azure:compute/bastionHost:BastionHost", "ipConfiguration.subnetId", """{ "ipConfiguration": { "subnetId": "a" } }""", """{ "ipConfiguration": { "subnetId": "b" } }""", true)]
    [InlineData("azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "adminSshKeys[0].publicKey", """{ "adminSshKeys": [{ "publicKey": "a" }] }""", """{ "adminSshKeys": [{ "publicKey": "b" }] }""", true)]
    [InlineData("azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "plan", "{}", """{ "plan": { "name": "a" } }""", true)]
    [InlineData("azure:keyvault/keyVault:KeyVault", "networkAcls.bypass", """{ "networkAcls": { "bypass": "None" } }""", """{ "networkAcls": { "bypass": "AzureServices" } }""", false)]
    [InlineData("azure:keyvault/keyVault:KeyVault", "tags[\"a.b\"]", """{ "tags": { "a.b": "1" } }""", "{}", false)]
    [InlineData("azure:keyvault/keyVault:KeyVault", "no.such[0].path", "{}", "{}", false)]
    [InlineData("no:such/type:Type", "name", "{}", "{}", false)]
    public void What_replaces_may_lie_deep(string type, string path, string old, string now, bool replaces) =>
        Assert.Equal(replaces, AzureFacts.Replaces(type, path, PropertyValue.Parse(old), PropertyValue.Parse(now)));

    [Theory]
    [InlineData("softDeleteRetentionDays", "{}", """{ "softDeleteRetentionDays": 90 }""", true)]
    [InlineData("softDeleteRetentionDays", """{ "softDeleteRetentionDays": 90 }""", "{}", true)]
    [InlineData("softDeleteRetentionDays", """{ "softDeleteRetentionDays": 7 }""", "{}", false)]
    [InlineData("softDeleteRetentionDays", """{ "softDeleteRetentionDays": 7 }""", """{ "softDeleteRetentionDays": 90 }""", false)]
    [InlineData("networkAcls", """{ "networkAcls": { "bypass": "None" } }""", "{}", true)]
    [InlineData("networkAcls", "{}", """{ "networkAcls": { "bypass": "None" } }""", false)]
    [InlineData("tags", """{ "tags": { "a": "1" } }""", "{}", false)]
    public void What_the_provider_fills_in_is_no_change(string path, string old, string now, bool keeps) =>
        Assert.Equal(keeps, AzureFacts.Keeps("azure:keyvault/keyVault:KeyVault", path, PropertyValue.Parse(old), PropertyValue.Parse(now)));
}
