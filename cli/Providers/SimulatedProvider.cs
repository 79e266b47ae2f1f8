using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Providers;

/// <summary>
/// Stands in for a provider: what it would compute is unknown in a preview, and in a simulated update a placeholder of the right type that is the same each time, so that every Apply of the program runs.
/// It never calls anybody.
/// </summary>
internal static class SimulatedProvider
{
    private const int MaxDepth = 6;
    private const string Autonamed = "pulumi.com/autonamed";

    /// <summary>The inputs as the provider would complete them: a Kubernetes object that has no name gets one, and what the provider chose for the resource in the state stays.</summary>
    /// <param name="urn">The URN.</param>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="inputs">What the program gives.</param>
    /// <param name="old">The checked inputs in the state; null for a new resource.</param>
    /// <param name="rendersManifests">Whether the provider writes Kubernetes manifests instead of asking a cluster.</param>
    public static PropertyValue Check(string urn, string type, string name, PropertyValue inputs, PropertyValue? old, bool rendersManifests)
    {
        if (!type.StartsWith("kubernetes:", StringComparison.Ordinal) || type.StartsWith("kubernetes:helm", StringComparison.Ordinal) || inputs["apiVersion"] is null)
        {
            return old is null ? inputs : KeepDefaults(inputs, old);
        }

        inputs = Stored(Quantities(inputs), old, rendersManifests);
        var metadata = inputs["metadata"];
        if (metadata is not (null or { Kind: PropertyKind.Null }) && (metadata.Kind != PropertyKind.Map || metadata["name"] is not null || metadata["generateName"] is not null))
        {
            return inputs;
        }

        var annotations = metadata?["annotations"] is { Kind: PropertyKind.Map } given ? given : PropertyValue.MapOf([]);
        var chosen = old?["metadata"]?["annotations"]?[Autonamed] is not null && old["metadata"]?["name"] is { } kept ? kept : PropertyValue.Of($"{name.ToLowerInvariant()}-{Hash(urn)[..8]}");
        return With(inputs, "metadata", With(With(PropertyValue.MapOf(metadata?.Members ?? []), "annotations", With(annotations, Autonamed, PropertyValue.Of("true"))), "name", chosen));
    }

    /// <summary>The inputs with the name that the Azure provider makes from the program's where it is allowed to choose; it is an output, and no input of the resource.</summary>
    public static PropertyValue Named(string urn, string type, string name, PropertyValue inputs) => inputs["name"] is null && MayChooseName(type) ? With(inputs, "name", PropertyValue.Of(NameOf(urn, name))) : inputs;

    /// <summary>Whether a replacement gets the name of the old resource, so that the two cannot stand side by side: the providers then delete first.</summary>
    public static bool KeepsName(string type, PropertyValue old, PropertyValue now)
    {
        if (type.StartsWith("kubernetes:", StringComparison.Ordinal))
        {
            var (before, after) = (old["metadata"], now["metadata"]);
            return after?["annotations"]?[Autonamed] is null && after?["name"]?.Text is { Length: > 0 } own && own == before?["name"]?.Text && after["namespace"]?.Text == before["namespace"]?.Text;
        }

        return MayChooseName(type) && now["name"] is { Kind: PropertyKind.Text } given && given.Text == old["name"]?.Text && now["__defaults"]?.Items.Any(one => one.Text == "name") != true;
    }

    private static bool MayChooseName(string type) => type.StartsWith("azure:", StringComparison.Ordinal) && ProviderSchemas.Find("resources", type) is { ValueKind: JsonValueKind.Object } schema && schema.GetProperty("inputProperties").TryGetProperty("name", out _)
        && !(schema.TryGetProperty("requiredInputs", out var required) && required.EnumerateArray().Any(one => one.GetString() == "name"));

    private static string NameOf(string urn, string name) => $"{name}{Hash(urn)[..8]}";

    // Quantities are texts: what is a number under limits or requests becomes one.
    private static PropertyValue Quantities(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Map => PropertyValue.MapOf(value.Members.Select(member => KeyValuePair.Create(member.Key, member is { Key: "resources", Value.Kind: PropertyKind.Map } ? PropertyValue.MapOf(member.Value.Members.Select(part => part is { Key: "limits" or "requests", Value.Kind: PropertyKind.Map }
            ? KeyValuePair.Create(part.Key, PropertyValue.MapOf(part.Value.Members.Select(one => one.Value.Kind == PropertyKind.Number ? KeyValuePair.Create(one.Key, PropertyValue.Of(one.Value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))) : one))) : part)) : Quantities(member.Value)))),
        PropertyKind.List => PropertyValue.ListOf(value.Items.Select(Quantities)),
        _ => value,
    };

    // The real provider stores the texts of a Secret in base64: in manifests always, and again where it did in the state.
    private static PropertyValue Stored(PropertyValue inputs, PropertyValue? old, bool rendersManifests)
    {
        if (!(rendersManifests || (old?["data"] is not null && old["stringData"] is null)) || inputs["data"] is not null || inputs["stringData"] is not { } given || (given.Kind == PropertyKind.Secret ? given.Inner : given).Kind == PropertyKind.Unknown)
        {
            return inputs;
        }

        var texts = given.Kind == PropertyKind.Secret ? given.Inner : given;
        var data = texts.Kind == PropertyKind.Map ? PropertyValue.MapOf(texts.Members.Select(member => KeyValuePair.Create(member.Key, Base64(member.Value)))) : texts;
        return With(PropertyValue.MapOf(inputs.Members.Where(member => member.Key != "stringData")), "data", PropertyValue.SecretOf(data));
    }

    private static PropertyValue Base64(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Text => PropertyValue.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(value.Text))),
        PropertyKind.Secret => Base64(value.Inner),
        _ => value,
    };

    // `__defaults` names what the provider chose where the program did not.
    private static PropertyValue KeepDefaults(PropertyValue inputs, PropertyValue old)
    {
        if (inputs.Kind == PropertyKind.List && old.Kind == PropertyKind.List)
        {
            return PropertyValue.ListOf(inputs.Items.Select((item, index) => index < old.Items.Count ? KeepDefaults(item, old.Items[index]) : item));
        }

        if (inputs.Kind != PropertyKind.Map || old.Kind != PropertyKind.Map)
        {
            return inputs;
        }

        var completed = PropertyValue.MapOf(inputs.Members.Select(member => old[member.Key] is { } before ? KeyValuePair.Create(member.Key, KeepDefaults(member.Value, before)) : member));
        if (old["__defaults"] is not { Kind: PropertyKind.List } defaults)
        {
            return completed;
        }

        completed = With(completed, "__defaults", defaults);
        return defaults.Items.Where(item => inputs[item.Text] is null && old[item.Text] is not null).Aggregate(completed, (map, item) => With(map, item.Text, old[item.Text]!));
    }

    /// <summary>The id and outputs of a resource.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="urn">The URN.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="inputs">The checked inputs.</param>
    /// <param name="known">Whether computed values are known: in a simulated update, and for what exists already.</param>
    public static (string? Id, PropertyValue Outputs) Make(string type, string urn, string name, PropertyValue inputs, bool known)
    {
        var package = type.Split(':')[0];
        if (type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            return (known ? Guid(urn) : null, inputs);
        }

        var id = known ? IdOf(type, urn, name, inputs) : null;
        var schema = ProviderSchemas.Find("resources", type);
        var outputs = new List<KeyValuePair<string, PropertyValue>>(inputs.Members);
        if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            var secrets = schema.TryGetProperty("secretOutputs", out var list) ? list.EnumerateArray().Select(one => one.GetString()).ToHashSet() : [];
            if (package == "tls" && known)
            {
                outputs.AddRange(TlsValues.Of(type, urn, inputs).Where(value => inputs[value.Key] is null));
            }

            var given = schema.GetProperty("inputProperties");
            foreach (var property in properties.EnumerateObject())
            {
                if (outputs.Any(output => output.Key == property.Name))
                {
                    continue;
                }

                if (package == "kubernetes" && property.Name != "status")
                {
                    continue; // a cluster gives back what it was given
                }

                var value = property.Name == "name" && package == "azure" ? PropertyValue.Of(NameOf(urn, name))
                    : !known ? PropertyValue.Unknown
                    : given.TryGetProperty(property.Name, out var input) && input.TryGetProperty("type", out var kind) && kind.ValueEquals("array") ? PropertyValue.ListOf([]) // a list that nobody gave has no items
                    : Placeholder(package, property.Value, $"{urn}.{property.Name}", property.Name, 0);
                outputs.Add(KeyValuePair.Create(property.Name, secrets.Contains(property.Name) ? PropertyValue.SecretOf(value) : value));
            }

            for (var i = 0; i < outputs.Count; i++)
            {
                if (secrets.Contains(outputs[i].Key))
                {
                    outputs[i] = KeyValuePair.Create(outputs[i].Key, PropertyValue.SecretOf(outputs[i].Value));
                }
            }
        }

        return (id, PropertyValue.MapOf(outputs));
    }

    /// <summary>What a function answers; null if nothing is known about it.</summary>
    public static PropertyValue? Invoke(string token, PropertyValue arguments)
    {
        if (token == "azure:core/getClientConfig:getClientConfig")
        {
            return PropertyValue.MapOf(new[] { "clientId", "id", "objectId", "subscriptionId", "tenantId" }.Select(name => KeyValuePair.Create(name, PropertyValue.Of(Guid(name)))));
        }

        var function = ProviderSchemas.Find("functions", token);
        if (function.ValueKind != JsonValueKind.Object || !function.TryGetProperty("outputs", out var outputs))
        {
            return null;
        }

        var package = token.Split(':')[0];
        return PropertyValue.MapOf(outputs.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, arguments[property.Name] ?? Placeholder(package, property.Value, $"{token}.{property.Name}", property.Name, 0))));
    }

    private static PropertyValue Placeholder(string package, JsonElement spec, string seed, string name, int depth)
    {
        if (spec.TryGetProperty("$ref", out var reference))
        {
            var type = ProviderSchemas.Type(package, reference.GetString()!);
            return type.ValueKind != JsonValueKind.Object || depth > MaxDepth ? PropertyValue.Null
                : type.TryGetProperty("enum", out var members) ? PropertyValue.Of(members[0].GetProperty("value").GetString())
                : PropertyValue.MapOf(type.GetProperty("properties").EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Placeholder(package, property.Value, $"{seed}.{property.Name}", property.Name, depth + 1))));
        }

        if (spec.TryGetProperty("oneOf", out var cases))
        {
            return Placeholder(package, cases[0], seed, name, depth);
        }

        switch (spec.TryGetProperty("type", out var kind) ? kind.GetString() : "")
        {
            case "string":
                return PropertyValue.Of(Text(seed, name));
            case "boolean":
                return PropertyValue.Of(false);
            case "integer" or "number":
                return PropertyValue.Of(1);
            case "array":
                return PropertyValue.ListOf(depth > MaxDepth ? [] : [Placeholder(package, spec.GetProperty("items"), $"{seed}[0]", name, depth + 1)]);
            default:
                return PropertyValue.MapOf([]);
        }
    }

    // The form follows from the name, as people's own use of the value does.
    private static string Text(string seed, string name)
    {
        var lower = name.ToLowerInvariant();
        var hash = Hash(seed);
        return lower.EndsWith("tenantid", StringComparison.Ordinal) || lower.EndsWith("principalid", StringComparison.Ordinal) || lower.EndsWith("clientid", StringComparison.Ordinal) || lower.EndsWith("objectid", StringComparison.Ordinal) || lower.EndsWith("guid", StringComparison.Ordinal) || lower == "workspaceid" ? Guid(seed)
            : lower.EndsWith("id", StringComparison.Ordinal) ? $"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/simulated/providers/Microsoft.Simulated/{name}/{hash[..12]}"
            : lower.Contains("ipaddress", StringComparison.Ordinal) || lower.EndsWith("ip", StringComparison.Ordinal) ? $"10.255.{Convert.ToInt32(hash[..2], 16)}.{Convert.ToInt32(hash[2..4], 16)}"
            : lower.EndsWith("url", StringComparison.Ordinal) || lower.EndsWith("uri", StringComparison.Ordinal) || lower.EndsWith("endpoint", StringComparison.Ordinal) ? $"https://{hash[..12]}.simulated.example/"
            : lower.Contains("fqdn", StringComparison.Ordinal) || lower.EndsWith("host", StringComparison.Ordinal) || lower.EndsWith("hostname", StringComparison.Ordinal) || lower.EndsWith("server", StringComparison.Ordinal) ? $"{hash[..12]}.simulated.example"
            : $"simulated-{hash[..12]}";
    }

    private static string IdOf(string type, string urn, string name, PropertyValue inputs)
    {
        if (type.StartsWith("kubernetes:", StringComparison.Ordinal))
        {
            var metadata = inputs["metadata"];
            var own = metadata?["name"]?.Text is { Length: > 0 } text ? text : name;
            return metadata?["namespace"]?.Text is { Length: > 0 } space ? $"{space}/{own}" : own;
        }

        if (!type.StartsWith("azure:", StringComparison.Ordinal))
        {
            return Hash(urn)[..24];
        }

        return AzureIds.Make(type, urn, name, inputs);
    }

    private static PropertyValue With(PropertyValue map, string name, PropertyValue value) => PropertyValue.MapOf(map.Members.Where(member => member.Key != name).Append(KeyValuePair.Create(name, value)));

    internal static string Hash(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    internal static string Guid(string seed)
    {
        var hash = Hash(seed);
        return $"{hash[..8]}-{hash[8..12]}-4{hash[13..16]}-8{hash[17..20]}-{hash[20..32]}";
    }
}
