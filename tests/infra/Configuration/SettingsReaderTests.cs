using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Configuration;

public sealed class SettingsReaderTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    /// <summary>A changed key of the dev stack, and the one error that it must give.</summary>
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "llmops:colour", "blue", "llmops:colour must not be there: the keys here are audit, budget" },
        { "llmops:layer", "half", "llmops:layer must be one of all, platform, workloads, but is half" },
        { "llmops:layer", "workloads", "llmops:platformStack must be a full stack name: organisation/project/stack, but is missing" },
        { "llmops:name", "LLM", "llmops:name must be 3 to 11 lower-case letters and digits that begin with a letter, but is LLM" },
        { "llmops:tenantId", "contoso", "llmops:tenantId must be a GUID, but is contoso" },
        { "llmops:start", "2026-12-15", "llmops:start must be the first day of a month, such as 2026-12-01, but is 2026-12-15" },
        { "llmops:killSwitch", "perhaps", "llmops:killSwitch must be true or false, but is perhaps" },
        { "llmops:network", "10.0.0.0/16", "llmops:network must be a map, but is 10.0.0.0/16" },
        { "llmops:network", """{"addressSpace":"10.0.0.0/24"}""", "llmops:network.addressSpace must be a private IPv4 range from /8 to /22, such as 10.40.0.0/16, but is 10.0.0.0/24" },
        { "llmops:network", """{"addressSpace":"8.8.0.0/16"}""", "llmops:network.addressSpace must be a private IPv4 range from /8 to /22, such as 10.40.0.0/16, but is 8.8.0.0/16" },
        { "llmops:network", """{"addressSpace":"172.20.0.0/16"}""", "llmops:network.podRange must not overlap with llmops:network.subnets.system (172.20.0.0/24), but is 172.20.0.0/14" },
        { "llmops:network", """{"subnets":{"gpu":"10.40.0.128/25"}}""", "llmops:network.subnets.gpu must not overlap with llmops:network.subnets.system (10.40.0.0/24), but is 10.40.0.128/25" },
        { "llmops:network", """{"subnets":{"gpu":"10.40.8.0/25"}}""", "llmops:network.subnets.gpu must be /24 or larger and lie in llmops:network.addressSpace (10.40.0.0/16), but is 10.40.8.0/25" },
        { "llmops:network", """{"subnets":{"dmz":"10.40.8.0/25"}}""", "llmops:network.subnets must have names that be one of system, gpu, sandbox, edge, endpoints, AzureFirewallSubnet, api-server, but is dmz" },
        { "llmops:network", """{"egress":"hub","hubNetworkId":"hub","hubFirewallAddress":"10.0.0.4"}""", "llmops:network.hubNetworkId must be the id of a Microsoft.Network/virtualNetworks, but is hub" },
        { "llmops:network", """{"addresSpace":"10.0.0.0/16"}""", "llmops:network.addresSpace must not be there: the keys here are addressSpace, clientRanges, ddosPlanId, egress" },
        { "llmops:network", """{"egress":"none"}""", "llmops:sandboxes[0].allow must be empty with llmops:network.egress none: nothing leaves the network, but is api.search.example.com" },
        { "llmops:gpu", """{"sku":"Standard_NC6","maxNodes":1}""", "llmops:gpu.sku must be one of Standard_NC4as_T4_v3, " },
        { "llmops:gpu", """{"sku":"Standard_NC4as_T4_v3","maxNodes":1,"mig":"MIG1g"}""", "llmops:gpu.mig must be absent with Standard_NC4as_T4_v3, which cannot be split" },
        { "llmops:gpu", """{"sku":"Standard_NC4as_T4_v3","minNodes":3,"maxNodes":1}""", "llmops:gpu.minNodes must be at most llmops:gpu.maxNodes (1), but is 3" },
        { "llmops:gpu", """{"sku":"Standard_NC4as_T4_v3","maxNodes":"many"}""", "llmops:gpu.maxNodes must be a whole number from 1 to 100, but is many" },
        { "llmops:cluster", """{"sandboxSku":"Standard_NC24ads_A100_v4"}""", "llmops:cluster.sandboxSku must be a D or E size of version 3 to 7 on x86" },
        { "llmops:cluster", """{"sandboxSku":"Standard_D8ps_v5"}""", "llmops:cluster.sandboxSku must be a D or E size of version 3 to 7 on x86" },
        { "llmops:dataClassification", "restricted", "llmops:gpu.sku must be a confidential size with llmops:dataClassification restricted: Standard_NCC40ads_H100_v5, but is Standard_NC4as_T4_v3" },
        { "llmops:models", "[]", "llmops:models must be a list of maps with at least one item, but is []" },
        { "llmops:tenants", """[{"name":"a","clientId":"aaaaaaaa-0000-0000-0000-000000000001","requestsPerMinute":100,"tokensPerHour":10000}]""", "llmops:tenants[0].tokensPerHour must be at least 409600: tokens are charged after the answer" },
        { "llmops:sandboxes", Sandbox("10.0.0.1"), "llmops:sandboxes[0].allow[0].host must be a name: an address has no certificate that says whose it is, but is 10.0.0.1" },
        { "llmops:sandboxes", Sandbox("*.co.uk"), "llmops:sandboxes[0].allow[0].host must not be a wildcard below co.uk, where anybody can put a server: name the host, but is *.co.uk" },
        { "llmops:sandboxes", Sandbox("*.com"), "llmops:sandboxes[0].allow[0].host must be a full host name in lower case, such as api.example.com, but is *.com" },
        { "llmops:sandboxes", Sandbox("*.blob.core.windows.net"), "llmops:sandboxes[0].allow[0].host must not be a wildcard below blob.core.windows.net" },
        { "llmops:sandboxes", Sandbox("api.*.example.com"), "llmops:sandboxes[0].allow[0].host must have at most one wildcard, as *. in front, but is api.*.example.com" },
        { "llmops:sandboxes", Sandbox("api.example.com", image: "tools/search:latest"), "llmops:sandboxes[0].image must be an image by repository and digest" },
        { "llmops:sandboxes", Sandbox("api.example.com", tenant: "nobody"), "llmops:sandboxes[0].tenants must name tenants of llmops:tenants: developers, but is nobody" },
        { "llmops:gateway", """{"host":"10.0.0.1","issuer":"https://i.example.com","audience":"a","jwksUri":"https://i.example.com/keys","toolsHost":"tools.example.com"}""", "llmops:gateway.host must be a full host name without wildcard or address, but is 10.0.0.1" },
        { "llmops:gateway", """{"host":"llm.example.com","issuer":"http://i.example.com","audience":"a","jwksUri":"https://i.example.com/keys"}""", "llmops:gateway.issuer must be an https address, but is http://i.example.com" },
        { "llmops:audit", """{"retentionDays":90,"archiveDays":365,"lockArchive":true,"contacts":["a@example.com"]}""", "llmops:audit.lockArchive must be false outside llmops:environment production: a locked archive can never be deleted, but is true" },
        { "llmops:audit", """{"retentionDays":30,"contacts":["a@example.com"]}""", "llmops:audit.retentionDays must be a whole number from 90 to 730, but is 30" },
        { "llmops:images", """{"haproxy":"latest"}""", "llmops:images.haproxy must be sha256: and 64 lower-case hexadecimal digits, but is latest" },
        { "llmops:rateLimitPassword", "short", "llmops:rateLimitPassword must be 16 to 128 letters and digits, but is [secret]" },
    };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_of_the_repository_is_accepted(string stack) => Assert.NotEmpty(StackFile.Settings(stack).Name);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_is_refused_with_key_value_and_what_is_allowed(string key, string value, string message) =>
        Assert.Contains(Errors((key, value)), error => error.ToString().StartsWith(message, StringComparison.Ordinal));

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        var errors = Errors(("llmops:name", "X"), ("llmops:owner", "nobody"), ("llmops:network", """{"addressSpace":"1.1.1.0/24","egress":"magic"}"""), ("llmops:nonsense", "1"));
        Assert.Equal(["llmops:name", "llmops:owner", "llmops:network.egress", "llmops:network.addressSpace", "llmops:nonsense"], errors.Select(error => error.Key));
    }

    [Fact]
    public void Tenants_are_unique_by_name_and_client()
    {
        var errors = Errors(("llmops:tenants", """
            [{"name":"developers","clientId":"aaaaaaaa-0000-0000-0000-000000000001","requestsPerMinute":1,"tokensPerHour":10000},
             {"name":"developers","clientId":"AAAAAAAA-0000-0000-0000-000000000001","requestsPerMinute":1,"tokensPerHour":10000}]
            """));
        Assert.Equal(["llmops:tenants[1].name must be unique: llmops:tenants[0] has it too, but is developers", "llmops:tenants[1].clientId must be unique: llmops:tenants[0] has it too, but is AAAAAAAA-0000-0000-0000-000000000001"], errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Duties_of_groups_stay_separate()
    {
        var errors = Errors(("llmops:groups", """{"clusterAdmins":"33333333-0000-0000-0000-000000000001","auditors":"33333333-0000-0000-0000-000000000001","approvers":"33333333-0000-0000-0000-000000000003","modelPublishers":"33333333-0000-0000-0000-000000000004"}"""));
        Assert.Equal(["llmops:groups.auditors"], errors.Select(error => error.Key));
    }

    [Fact]
    public void Replicas_that_exceed_the_gpus_are_refused()
    {
        var errors = Errors(("llmops:models", StackFile.Read("dev")["llmops:models"].Replace("\"memoryGiB\":16", "\"memoryGiB\":16,\"maxReplicas\":2", StringComparison.Ordinal)));
        Assert.Equal(["llmops:gpu.maxNodes must hold what all models ask for at most: 2 GPUs, but there are 1, but is 1"], errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Weights_that_can_run_code_are_refused()
    {
        var errors = Errors(("llmops:models", StackFile.Read("dev")["llmops:models"].Replace("model.safetensors", "model.bin", StringComparison.Ordinal)));
        Assert.Contains(errors, error => error.ToString().StartsWith("llmops:models[0].files must have names that be a relative path of a file without .. that is not a pickle or a program", StringComparison.Ordinal));
    }

    [Fact]
    public void A_digest_that_the_kit_does_not_pin_has_to_be_given()
    {
        var errors = Errors(("llmops:images", "{}"));
        Assert.Contains(errors, error => error.ToString().StartsWith("llmops:images.vllm must be the digest (sha256:...) of docker.io/vllm/vllm-openai:v0.32.0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_part_is_named_by_all_of_its_keys()
    {
        var config = StackFile.Read("dev");
        config.Remove("llmops:groups");
        var errors = Assert.Throws<SettingsException>(() => SettingsReader.Read(config, new HashSet<string>(StringComparer.Ordinal))).Errors;
        Assert.Equal(["llmops:groups.clusterAdmins", "llmops:groups.auditors", "llmops:groups.approvers", "llmops:groups.modelPublishers"], errors.Select(error => error.Key));
    }

    private static string Sandbox(string host, string? image = null, string tenant = "developers") =>
        $$"""[{"name":"search","image":"{{image ?? $"tools/search@sha256:{new string('0', 64)}"}}","tools":["search"],"tenants":["{{tenant}}"],"allow":[{"host":"{{host}}"}]}]""";

    private static IReadOnlyList<SettingError> Errors(params (string Key, string Value)[] changes) => Assert.Throws<SettingsException>(() => StackFile.Settings("dev", changes)).Errors;
}
