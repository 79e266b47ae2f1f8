using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;
using static LlmOpsSecure.CrossGuard.Tests.Calls;

namespace LlmOpsSecure.CrossGuard.Tests;

public sealed class ProtocolTests
{
    [Fact]
    public async Task Standard_output_carries_the_port_and_nothing_else()
    {
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.AnalyzeAsync(Analyze(Account, "{}"));

        Assert.Equal(served.Port.ToString(CultureInfo.InvariantCulture) + Environment.NewLine, served.StandardOutput);
    }

    [Fact]
    public async Task The_pack_says_what_its_policies_are()
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var info = await served.Client.GetAnalyzerInfoAsync(new Empty());

        Assert.Equal(PolicyPack.Kit.Policies.Select(policy => policy.Info.Id), info.Policies.Select(policy => policy.Name));
        Assert.True(info.SupportsConfig);
        Assert.Equal(PolicyPack.Kit.Version, info.Version);
        Assert.All(info.Policies, policy => Assert.NotEqual("", policy.RemediationSteps));
        Assert.All(info.Policies, policy => Assert.NotEqual(PolicySeverity.Unspecified, policy.Severity));
        Assert.All(info.Policies, policy => Assert.Null(WireProperties.FromStruct(policy.ConfigSchema.Properties.Memory)["enforcementLevel"]));
    }

    [Fact]
    public async Task A_level_of_the_configuration_is_the_level_of_the_diagnostic()
    {
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.ConfigureAsync(Configure(("storage-speaks-tls12", EnforcementLevel.Advisory, "{}"), ("storage-blobs-are-private", EnforcementLevel.Remediate, "{}")));
        var answer = await served.Client.AnalyzeAsync(Analyze(Account, "{}"));

        Assert.Equal(
            [("storage-blobs-are-private", EnforcementLevel.Mandatory), ("storage-speaks-tls12", EnforcementLevel.Advisory)],
            answer.Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.EnforcementLevel)));
    }

    [Fact]
    public async Task A_disabled_policy_is_skipped_everywhere()
    {
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.ConfigureAsync(Configure(
            ("storage-blobs-are-private", EnforcementLevel.Disabled, "{}"), ("vault-is-logged", EnforcementLevel.Disabled, "{}"), ("vault-keeps-what-is-deleted", EnforcementLevel.Disabled, "{}")));
        var resource = await served.Client.AnalyzeAsync(Analyze(Account, """{ "minTlsVersion": "TLS1_2" }"""));
        var stack = await served.Client.AnalyzeStackAsync(new() { Resources = { Resource(Vault, "{}", "vault") } });
        var corrected = await served.Client.RemediateAsync(Analyze(Account, "{}"));

        Assert.Empty(resource.Diagnostics);
        Assert.DoesNotContain(resource.NotApplicable, policy => policy.PolicyName.StartsWith("vault", StringComparison.Ordinal));
        Assert.Empty(stack.Diagnostics);
        Assert.Empty(corrected.Remediations);
        Assert.Empty(corrected.NotApplicable);
    }

    [Fact]
    public async Task The_last_configuration_counts_whole()
    {
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.ConfigureAsync(Configure(("group-in-region", EnforcementLevel.Advisory, """{ "regions": ["northeurope"] }""")));
        var first = await served.Client.AnalyzeAsync(Analyze(Group, """{ "location": "westeurope", "tags": { "owner": "me" } }"""));
        await served.Client.ConfigureAsync(Configure());
        var second = await served.Client.AnalyzeAsync(Analyze(Group, """{ "location": "northeurope", "tags": { "owner": "me" } }"""));

        Assert.Equal(EnforcementLevel.Advisory, Assert.Single(first.Diagnostics).EnforcementLevel);
        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single(second.Diagnostics).EnforcementLevel);
    }

    [Fact]
    public async Task Names_that_no_policy_has_are_left_to_other_packs()
    {
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.ConfigureAsync(Configure(("all", EnforcementLevel.Disabled, "{}"), ("of-another-pack", EnforcementLevel.Mandatory, """{ "a": 1 }""")));

        Assert.Equal(2, (await served.Client.AnalyzeAsync(Analyze(Account, "{}"))).Diagnostics.Count);
    }

    [Theory]
    [InlineData("""{ "region": ["westeurope"] }""", "has no parameter 'region'")]
    [InlineData("""{ "exemptions": [{ "urn": "*", "reason": "", "expires": "2099-01-01" }] }""", "must have the texts urn, reason and expires")]
    [InlineData("""{ "exemptions": [{ "urn": "*", "reason": "because", "expires": "soon" }] }""", "must have the texts urn, reason and expires")]
    public async Task A_configuration_that_cannot_be_used_is_refused_by_name(string properties, string message)
    {
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await served.Client.ConfigureAsync(Configure(("group-in-region", EnforcementLevel.Mandatory, properties))));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains(message, error.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("group-in-region", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exempted_violation_is_shown_with_its_reason_and_stops_nothing()
    {
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.ConfigureAsync(Configure(("storage-speaks-tls12", EnforcementLevel.Mandatory, """{ "exemptions": [{ "urn": "*::old", "reason": "a device that will be replaced", "expires": "2999-01-31" }] }""")));
        var answer = await served.Client.AnalyzeAsync(Analyze(Account, """{ "allowNestedItemsToBePublic": false }""", "old"));
        var other = await served.Client.AnalyzeAsync(Analyze(Account, """{ "allowNestedItemsToBePublic": false }""", "new"));

        var diagnostic = Assert.Single(answer.Diagnostics);
        Assert.Equal(EnforcementLevel.Advisory, diagnostic.EnforcementLevel);
        Assert.Contains("a device that will be replaced (until 2999-01-31)", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single(other.Diagnostics).EnforcementLevel);
    }

    [Fact]
    public async Task A_policy_that_throws_blocks_and_the_others_still_answer()
    {
        await using var served = await Served.StartAsync(new PolicyPack("failing", "1.0.0", "Fails.", [new Throws(), .. PeerPolicies.Pack.Policies]));
        var answer = await served.Client.AnalyzeAsync(Analyze(Account, """{ "allowNestedItemsToBePublic": false }"""));

        Assert.Equal(["always-throws", "storage-speaks-tls12"], answer.Diagnostics.Select(diagnostic => diagnostic.PolicyName));
        Assert.Equal(EnforcementLevel.Mandatory, answer.Diagnostics[0].EnforcementLevel);
        Assert.Contains("failed with FormatException", answer.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", answer.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_never_shown_and_goes_back_as_a_secret()
    {
        const string Properties = """{ "minTlsVersion": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "hunter2" }, "id": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }""";
        await using var served = await Served.StartAsync(PeerPolicies.Pack);
        await served.Client.ConfigureAsync(Configure(("storage-blobs-are-private", EnforcementLevel.Remediate, "{}")));
        var judged = await served.Client.AnalyzeAsync(Analyze(Account, Properties));
        var corrected = WireProperties.FromStruct(Assert.Single((await served.Client.RemediateAsync(Analyze(Account, Properties))).Remediations).Properties.Memory);

        Assert.All(judged.Diagnostics, diagnostic => Assert.DoesNotContain("hunter2", diagnostic.Message, StringComparison.Ordinal));
        Assert.Equal(PropertyKind.Secret, corrected["minTlsVersion"]!.Kind);
        Assert.Equal("hunter2", corrected["minTlsVersion"]!.Inner.Text);
        Assert.Equal(PropertyKind.Unknown, corrected["id"]!.Kind);
    }

    [Fact]
    public async Task Calls_that_overlap_get_the_answers_that_they_get_alone()
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var requests = Enumerable.Range(0, 200).Select(i => Analyze((i % 3) switch { 0 => Account, 1 => Vault, _ => Group }, $$"""{ "name": "n{{i}}" }""", $"r{i}")).ToList();
        var alone = new List<AnalyzeResponse>();
        foreach (var request in requests)
        {
            alone.Add(await served.Client.AnalyzeAsync(request));
        }

        Assert.Equal(alone, await Task.WhenAll(requests.Select(async request => await served.Client.AnalyzeAsync(request))));
        Assert.Contains(alone, answer => answer.Diagnostics.Count > 0);
    }

    private sealed class Throws() : ResourcePolicy(PeerPolicies.Info("always-throws", "It works", Severity.Low, Account))
    {
        public override IEnumerable<Finding> Check(Resource resource) => throw new FormatException("hunter2");
    }
}
