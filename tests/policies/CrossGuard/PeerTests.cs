using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using static LlmOpsSecure.CrossGuard.Tests.Calls;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>The same policies on the official policy SDK and on ours, asked by a client made from the protocol modules that Pulumi publishes.</summary>
public sealed class PeerTests
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private static readonly string Node = Path.Combine(Repository.Tests, "node");

    [Fact]
    public async Task Our_pack_answers_as_the_official_one()
    {
        var calls = new JsonArray([.. Requests()]);
        await using var ours = await Served.StartAsync(PeerPolicies.Pack);
        using var peer = await StartPeerAsync();
        var expected = await AskAsync(peer.Port, calls);
        var actual = await AskAsync(ours.Port, calls);

        Assert.Equal(calls.Count, expected.Count);
        Assert.Equal(calls.Count, actual.Count);
        for (var i = 0; i < calls.Count; i++)
        {
            Assert.True(expected[i]!["error"] is null, $"call {i}, official pack: {expected[i]!.ToJsonString()}");
            Assert.True(actual[i]!["error"] is null, $"call {i}, our pack: {actual[i]!.ToJsonString()}");
            Assert.Equal($"{calls[i]!.ToJsonString()}\n{Comparable(expected[i]!["answer"])}", $"{calls[i]!.ToJsonString()}\n{Comparable(actual[i]!["answer"])}");
        }
    }

    [Fact]
    public async Task The_official_client_reads_the_whole_kit()
    {
        await using var ours = await Served.StartAsync(Policies.Model.PolicyPack.Kit);
        var answers = await AskAsync(ours.Port, [Call("Handshake", """{ "engineAddress": "127.0.0.1:1", "rootDirectory": "/", "programDirectory": "/" }"""), Call("GetPluginInfo", "{}"), Call("GetAnalyzerInfo", "{}"), Call("Cancel", "{}")]);

        Assert.All(answers, answer => Assert.Null(answer!["error"]));
        var policies = answers[2]!["answer"]!["policiesList"]!.AsArray();
        Assert.Equal(Policies.Model.PolicyPack.Kit.Policies.Count, policies.Count);
        Assert.All(policies, policy => Assert.Equal("array", (string)policy!["configschema"]!["exemptions"]!["type"]!));
    }

    private static IEnumerable<JsonNode> Requests()
    {
        yield return Call("ConfigureStack", """{ "stack": "dev", "project": "tests", "organization": "organization", "dryRun": true, "config": { "tests:a": "1" } }""");
        yield return Call("Configure", """
            { "policyConfig": {
              "group-has-owner": { "enforcementLevel": "ADVISORY", "properties": {} },
              "group-in-region": { "enforcementLevel": "MANDATORY", "properties": { "regions": ["westeurope", "swedencentral"] } },
              "secret-is-long": { "enforcementLevel": "MANDATORY", "properties": {} },
              "storage-blobs-are-private": { "enforcementLevel": "REMEDIATE", "properties": {} },
              "vault-keeps-what-is-deleted": { "enforcementLevel": "DISABLED", "properties": {} } } }
            """);
        const string Sealed = $$"""{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "TLS1_2" }""";
        (string Type, string Properties)[] resources =
        [
            (Account, "{}"),
            (Account, """{ "minTlsVersion": "TLS1_2", "allowNestedItemsToBePublic": false }"""),
            (Account, """{ "minTlsVersion": "TLS1_0", "allowNestedItemsToBePublic": true, "tags": { "a": "b" }, "count": 3, "list": [1, "two", null, { "three": true }] }"""),
            (Account, $$"""{ "minTlsVersion": "{{Unknown}}", "allowNestedItemsToBePublic": false }"""),
            (Account, $$"""{ "minTlsVersion": {{Sealed}}, "allowNestedItemsToBePublic": true, "other": {{Sealed}}, "later": "{{Unknown}}" }"""),
            (Group, """{ "location": "westeurope", "tags": { "owner": "me" } }"""),
            (Group, """{ "location": "eastus" }"""),
            (Group, $$"""{ "location": "{{Unknown}}", "tags": { "owner": "me" } }"""),
            (Group, $$"""{ "location": "swedencentral", "tags": "{{Unknown}}" }"""),
            (Secret, """{ "value": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "short" } }"""),
            (Secret, """{ "value": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "long enough to pass" } }"""),
            (Secret, $$"""{ "value": "{{Unknown}}" }"""),
            (Vault, "{}"),
            ("pulumi:pulumi:Stack", "{}"),
            ("pulumi:providers:azure", """{ "version": "6.40.0" }"""),
            ("tests:index:Component", "{}"),
        ];
        foreach (var (type, properties) in resources)
        {
            foreach (var method in new[] { "Remediate", "Analyze" })
            {
                yield return Call(method, $$"""{ "type": "{{type}}", "name": "it", "urn": "{{Urn(type, "it")}}", "options": { "customTimeouts": {}, "parent": "urn:pulumi:dev::tests::pulumi:pulumi:Stack::tests-dev" }, "properties": {{properties}} }""");
            }
        }

        string Item(string type, string name, string more = "") => $$"""{ "type": "{{type}}", "name": "{{name}}", "urn": "{{Urn(type, name)}}", "options": { "customTimeouts": {} }, "properties": { "name": "{{Unknown}}" }{{more}} }""";
        yield return Call("AnalyzeStack", $$"""{ "resources": [{{Item(Group, "group")}}] }""");
        yield return Call("AnalyzeStack", $$"""{ "resources": [{{Item(Vault, "one")}}, {{Item(Vault, "two")}}, {{Item(DiagnosticSetting, "logs", $$""", "dependencies": ["{{Urn(Vault, "one")}}", "{{Urn(Vault, "gone")}}"]""")}}] }""");
    }

    private static JsonNode Call(string method, string request) => new JsonObject { ["method"] = method, ["request"] = JsonNode.Parse(request) };

    // What the engine acts upon. Texts are each SDK's own, and in Analyze the engine puts the resource's URN in place of the diagnostic's.
    private static string Comparable(JsonNode? answer)
    {
        string Sorted(string list, Func<JsonNode, string> text) => string.Join('\n', (answer?[list]?.AsArray() ?? []).Select(item => $"{list} {text(item!)}").Order(StringComparer.Ordinal));
        return string.Join('\n',
            Sorted("diagnosticsList", diagnostic => $"{diagnostic["policyname"]} {diagnostic["policypackname"]} {diagnostic["policypackversion"]} {diagnostic["description"]} {diagnostic["enforcementlevel"]} {diagnostic["severity"]} {((string)diagnostic["urn"]! is var urn && urn.Contains(Vault, StringComparison.Ordinal) ? urn : "")}"),
            Sorted("notApplicableList", policy => $"{policy["policyName"]}: {policy["reason"]}"),
            Sorted("remediationsList", correction => $"{correction["policyname"]} {correction["description"]} {correction["diagnostic"]} {Ordered(correction["properties"])}"));
    }

    private static string Ordered(JsonNode? node) => node switch
    {
        JsonObject map => $"{{{string.Join(',', map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Ordered(member.Value)}"))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Ordered))}]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private static async Task<JsonArray> AskAsync(int port, JsonArray calls)
    {
        using var client = Process.Start(new ProcessStartInfo("node", [Path.Combine(Node, "client.js"), port.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var answer = client.StandardOutput.ReadToEndAsync();
        var problems = client.StandardError.ReadToEndAsync();
        await client.StandardInput.WriteAsync(calls.ToJsonString());
        client.StandardInput.Close();
        await client.WaitForExitAsync();
        Assert.True(client.ExitCode == 0, await problems);
        return JsonNode.Parse(await answer)!.AsArray();
    }

    private static Task<StartedPack> StartPeerAsync() =>
        StartedPack.StartAsync(Path.Combine(Node, "pack"), "node", [Path.Combine(Node, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack"), "127.0.0.1:1", "."]);
}
