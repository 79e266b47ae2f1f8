using System.Text.Json;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Writes property values as a state holds them.</summary>
internal static class StateValues
{
    /// <summary>Writes a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="secrets">Hides secrets; null inside of a secret, where nothing is hidden again.</param>
    public static void Write(Utf8JsonWriter json, PropertyValue value, StateSecrets? secrets)
    {
        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                json.WriteBooleanValue(value.Boolean);
                break;
            case PropertyKind.Number when double.IsFinite(value.Number):
                json.WriteNumberValue(value.Number);
                break;
            case PropertyKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case PropertyKind.Unknown:
                json.WriteStringValue(Signatures.Unknown);
                break;
            case PropertyKind.List:
                json.WriteStartArray();
                foreach (var item in value.Items)
                {
                    Write(json, item, secrets);
                }

                json.WriteEndArray();
                break;
            case PropertyKind.Map or PropertyKind.Asset:
                json.WriteStartObject();
                foreach (var (name, member) in value.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(name);
                    Write(json, member, secrets);
                }

                json.WriteEndObject();
                break;
            case PropertyKind.Secret when secrets is null:
                Write(json, value.Inner, null);
                break;
            case PropertyKind.Secret:
                json.WriteStartObject();
                json.WriteString(Signatures.Key, Signatures.Secret);
                json.WriteString("ciphertext", secrets.Encrypt(value.Inner));
                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue(); // also a number that JSON cannot say
                break;
        }
    }
}
