using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>Requests of the engine, and the JSON form of Protobuf in which they are recorded.</summary>
internal static class Calls
{
    public const string Account = "azure:storage/account:Account";
    public const string Group = "azure:core/resourceGroup:ResourceGroup";
    public const string Secret = "azure:keyvault/secret:Secret";
    public const string Vault = "azure:keyvault/keyVault:KeyVault";
    public const string DiagnosticSetting = "azure:monitoring/diagnosticSetting:DiagnosticSetting";

    public static string Urn(string type, string name) => $"urn:pulumi:dev::tests::{type}::{name}";

    public static ByteString Struct(string json) => ByteString.CopyFrom(WireProperties.ToStruct(PropertyValue.Parse(json)));

    public static AnalyzeRequest Analyze(string type, string properties, string name = "it") =>
        new() { Type = type, Name = name, Urn = Urn(type, name), Properties = Struct(properties), Options = new() };

    public static AnalyzerResource Resource(string type, string properties, string name, params string[] dependencies) =>
        new() { Type = type, Name = name, Urn = Urn(type, name), Properties = Struct(properties), Options = new(), Dependencies = { dependencies } };

    public static ConfigureAnalyzerRequest Configure(params (string Policy, EnforcementLevel Level, string Properties)[] policies)
    {
        var request = new ConfigureAnalyzerRequest();
        foreach (var (policy, level, properties) in policies)
        {
            request.PolicyConfig[policy] = new PolicyConfig { EnforcementLevel = level, Properties = Struct(properties) };
        }

        return request;
    }

    /// <summary>Makes a recorded call.</summary>
    public static async Task<IMessage?> MakeAsync(Analyzer.AnalyzerClient client, JsonObject call)
    {
        var request = WithBytes(call["request"]!.DeepClone());
        return call["method"]!.GetValue<string>() switch
        {
            "Handshake" => await client.HandshakeAsync(Parse<AnalyzerHandshakeRequest>(request)),
            "ConfigureStack" => await client.ConfigureStackAsync(Parse<AnalyzerStackConfigureRequest>(request)),
            "GetPluginInfo" => await client.GetPluginInfoAsync(new Empty()),
            "GetAnalyzerInfo" => await client.GetAnalyzerInfoAsync(new Empty()),
            "Configure" => await client.ConfigureAsync(Parse<ConfigureAnalyzerRequest>(request)),
            "Remediate" => await client.RemediateAsync(Parse<AnalyzeRequest>(request)),
            "Analyze" => await client.AnalyzeAsync(Parse<AnalyzeRequest>(request)),
            "AnalyzeStack" => await client.AnalyzeStackAsync(Parse<AnalyzeStackRequest>(request)),
            "Cancel" => await client.CancelAsync(new Empty()),
            var other => throw new InvalidOperationException($"The recording has a call {other}, which the engine does not make."),
        };
    }

    private static T Parse<T>(JsonNode request)
        where T : IMessage, new() => JsonParser.Default.Parse<T>(request.ToJsonString());

    // Our messages hold a Struct as its bytes, which JSON writes as base 64.
    private static JsonNode WithBytes(JsonNode node)
    {
        if (node is JsonArray list)
        {
            list.ToList().ForEach(item => WithBytes(item!));
        }
        else if (node is JsonObject map)
        {
            foreach (var (name, value) in map.ToList())
            {
                if (name == "properties")
                {
                    map[name] = Convert.ToBase64String(Struct(value!.ToJsonString()).Span);
                }
                else if (value is not null)
                {
                    WithBytes(value);
                }
            }
        }

        return node;
    }
}
