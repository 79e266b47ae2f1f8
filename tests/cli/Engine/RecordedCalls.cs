using System.Text.Json;
using Google.Protobuf;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>Turns recorded calls back into messages.</summary>
internal static class RecordedCalls
{
    public static RegisterResourceRequest Registration(JsonElement call)
    {
        var request = new RegisterResourceRequest
        {
            Type = Text(call, "type"),
            Name = Text(call, "name"),
            Parent = Text(call, "parent"),
            Custom = Flag(call, "custom"),
            Object = Struct(call, "object"),
            Provider = Text(call, "provider"),
            Version = Text(call, "version"),
            DeleteBeforeReplace = Flag(call, "deleteBeforeReplace"),
            DeleteBeforeReplaceDefined = Flag(call, "deleteBeforeReplaceDefined"),
            AcceptSecrets = true,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
        };
        if (Flag(call, "protect"))
        {
            request.Protect = true;
        }

        request.Dependencies.AddRange(Texts(call, "dependencies"));
        request.IgnoreChanges.AddRange(Texts(call, "ignoreChanges"));
        request.AdditionalSecretOutputs.AddRange(Texts(call, "additionalSecretOutputs"));
        foreach (var entry in call.TryGetProperty("propertyDependencies", out var map) ? map.EnumerateObject().ToList() : [])
        {
            var list = new UrnList();
            list.Urns.AddRange(Texts(entry.Value, "urns"));
            request.PropertyDependencies[entry.Name] = list;
        }

        foreach (var alias in call.TryGetProperty("aliases", out var aliases) ? aliases.EnumerateArray().ToList() : [])
        {
            var spec = alias.GetProperty("spec");
            request.Aliases.Add(new Alias { Spec = new AliasSpec { Name = Text(spec, "name"), Type = Text(spec, "type"), ParentUrn = Text(spec, "parentUrn") } });
        }

        if (call.TryGetProperty("customTimeouts", out var timeouts))
        {
            request.CustomTimeouts = new Timeouts { Create = Text(timeouts, "create") };
        }

        return request;
    }

    public static ByteString Struct(JsonElement call, string name) => ByteString.CopyFrom(WireProperties.ToStruct(call.TryGetProperty(name, out var map) ? PropertyValue.FromJson(map) : PropertyValue.MapOf([])));

    public static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
