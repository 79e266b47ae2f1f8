using System.Globalization;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>One resource of a state, as <c>pulumi stack export</c> writes it: what is empty is left out.</summary>
internal static class ResourceStateJson
{
    public static ResourceState Read(string place, JsonElement item, StateSecrets secrets)
    {
        var (known, _) = new ResourceJson().Read(place, item); // refuses what is no resource
        PropertyValue Map(string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object && EngineValues.FromJson(value, secrets.Decrypt) is { Kind: PropertyKind.Map } map ? map : EngineValues.Empty;
        return new ResourceState
        {
            Urn = known.Urn,
            Type = known.Type,
            Name = known.Name,
            IsCustom = Flag("custom"),
            Delete = Flag("delete"),
            Parent = known.Parent,
            Id = known.Id,
            Inputs = Map("inputs"),
            Outputs = Map("outputs"),
            Dependencies = known.Dependencies,
            PropertyDependencies = known.PropertyDependencies,
            Provider = Text("provider"),
            External = Flag("external"),
            Options = known.Options,
            ReplaceOnChanges = Texts("replaceOnChanges"),
            HideDiffs = Texts("hideDiff"),
            ReplaceWith = Texts("replaceWith"),
            ReplacementTrigger = item.TryGetProperty("replacementTrigger", out var trigger) && trigger.ValueKind != JsonValueKind.Null ? EngineValues.FromJson(trigger, secrets.Decrypt) : null,
            Taint = Flag("taint"),
            PendingReplacement = Flag("pendingReplacement"),
            InitErrors = Texts("initErrors"),
            Timeouts = item.TryGetProperty("customTimeouts", out var timeouts) && timeouts.ValueKind == JsonValueKind.Object
                ? new(Number(timeouts, "create"), Number(timeouts, "update"), Number(timeouts, "delete"), Number(timeouts, "read")) : ResourceTimeouts.None,
            ImportId = Text("importID"),
            RetainOnDelete = Flag("retainOnDelete"),
            DeletedWith = Text("deletedWith"),
            Created = Time("created"),
            Modified = Time("modified"),
            SourcePosition = Text("sourcePosition"),
            StackTrace = item.TryGetProperty("stackTrace", out var frames) && frames.ValueKind == JsonValueKind.Array
                ? [.. frames.EnumerateArray().Select(frame => frame.ValueKind == JsonValueKind.Object && frame.TryGetProperty("sourcePosition", out var position) && position.ValueKind == JsonValueKind.String ? position.GetString() : null)] : [],
        };

        bool Flag(string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

        string? Text(string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        IReadOnlyList<string> Texts(string name) => item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : [];

        DateTimeOffset? Time(string name) => DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    public static void Write(Utf8JsonWriter json, ResourceState resource, StateSecrets secrets)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteBoolean("custom", resource.IsCustom);
        Flag("delete", resource.Delete);
        Text("id", resource.Id);
        json.WriteString("type", resource.Type);
        Map("inputs", resource.Inputs);
        Map("outputs", resource.Outputs);
        Text("parent", resource.Parent);
        Flag("protect", resource.Protect);
        Flag("external", resource.External);
        Flag("taint", resource.Taint);
        Texts("dependencies", resource.Dependencies);
        Texts("initErrors", resource.InitErrors);
        Text("provider", resource.Provider);
        if (resource.PropertyDependencies.Count > 0)
        {
            json.WriteStartObject("propertyDependencies");
            foreach (var (name, urns) in resource.PropertyDependencies.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray(name);
                foreach (var urn in urns)
                {
                    json.WriteStringValue(urn);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        Flag("pendingReplacement", resource.PendingReplacement);
        Texts("additionalSecretOutputs", resource.Options.AdditionalSecretOutputs);
        if (resource.Timeouts != ResourceTimeouts.None)
        {
            json.WriteStartObject("customTimeouts");
            Seconds("create", resource.Timeouts.Create);
            Seconds("update", resource.Timeouts.Update);
            Seconds("delete", resource.Timeouts.Delete);
            Seconds("read", resource.Timeouts.Read);
            json.WriteEndObject();
        }

        Text("importID", resource.ImportId);
        Flag("retainOnDelete", resource.RetainOnDelete);
        Text("deletedWith", resource.DeletedWith);
        Texts("replaceWith", resource.ReplaceWith);
        Text("created", resource.Created?.ToString("O", CultureInfo.InvariantCulture));
        Text("modified", resource.Modified?.ToString("O", CultureInfo.InvariantCulture));
        Text("sourcePosition", resource.SourcePosition);
        if (resource.StackTrace.Count > 0)
        {
            json.WriteStartArray("stackTrace");
            foreach (var frame in resource.StackTrace)
            {
                json.WriteStartObject();
                Text("sourcePosition", frame);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Texts("ignoreChanges", resource.Options.IgnoreChanges);
        Texts("hideDiff", resource.HideDiffs);
        Texts("replaceOnChanges", resource.ReplaceOnChanges);
        if (resource.ReplacementTrigger is { } trigger)
        {
            json.WritePropertyName("replacementTrigger");
            StateValues.Write(json, trigger, secrets);
        }

        json.WriteEndObject();

        void Flag(string name, bool value)
        {
            if (value)
            {
                json.WriteBoolean(name, true);
            }
        }

        void Text(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                json.WriteString(name, value);
            }
        }

        void Seconds(string name, double value)
        {
            if (value != 0)
            {
                json.WriteNumber(name, value);
            }
        }

        void Texts(string name, IReadOnlyList<string> texts)
        {
            if (texts.Count > 0)
            {
                json.WriteStartArray(name);
                foreach (var text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
            }
        }

        void Map(string name, PropertyValue map)
        {
            if (map.Members.Count > 0)
            {
                json.WritePropertyName(name);
                StateValues.Write(json, map, secrets);
            }
        }
    }

    private static double Number(JsonElement map, string name) => map.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
}
