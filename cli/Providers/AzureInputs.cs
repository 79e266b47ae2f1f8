using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;
using static LlmOpsSecure.Cli.Providers.AzureFacts;

namespace LlmOpsSecure.Cli.Providers;

/// <summary>What the Azure provider refuses of a resource's inputs: required properties, closed lists, ranges, rules across properties and forms of ids.</summary>
internal static class AzureInputs
{
    /// <summary>Stands in ids whose form is not known; nothing is said of where they may be used.</summary>
    private const string SimulatedNamespace = "/Microsoft.Simulated/";

    private static readonly ConcurrentDictionary<string, Regex> Forms = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything that the provider refuses about the inputs, all at once.</summary>
    public static IEnumerable<Refusal> Check(string type, PropertyValue inputs)
    {
        if (Of(type) is not { } facts)
        {
            return [];
        }

        var schema = ProviderSchemas.Find("resources", type);
        var known = schema.ValueKind == JsonValueKind.Object ? schema.GetProperty("inputProperties").EnumerateObject().Select(property => property.Name).ToHashSet(StringComparer.Ordinal) : null;
        return CheckBlock(facts.GetProperty("properties"), inputs, "", inputs, known);
    }

    private static IEnumerable<Refusal> CheckBlock(JsonElement properties, PropertyValue block, string prefix, PropertyValue root, HashSet<string>? known)
    {
        foreach (var (name, value) in block.Members)
        {
            if (value.Kind == PropertyKind.Null)
            {
                continue;
            }

            if (!properties.TryGetProperty(name, out var fact))
            {
                if (known?.Contains(name) == false && !name.StartsWith("__", StringComparison.Ordinal))
                {
                    yield return new(prefix + name, "is not a property of this resource");
                }

                continue;
            }

            foreach (var refusal in CheckValue(fact, value, prefix + name, root))
            {
                yield return refusal;
            }
        }

        foreach (var property in properties.EnumerateObject())
        {
            var present = block[property.Name] is { } value && value.Kind != PropertyKind.Null;
            if (Flag(property.Value, "required") && !present && !property.Value.TryGetProperty("default", out _))
            {
                yield return new(prefix + property.Name, "is required, but is absent");
            }

            foreach (var rule in present ? (string[])["conflictsWith", "requiredWith"] : [])
            {
                foreach (var other in Texts(property.Value, rule))
                {
                    var there = At(root, other);
                    if (rule == "conflictsWith" ? there is { Kind: not PropertyKind.Unknown } && string.CompareOrdinal(prefix + property.Name, other) < 0 : there is null)
                    {
                        yield return new(prefix + property.Name, rule == "conflictsWith" ? $"excludes {other}, but both are given" : $"needs {other}, which is absent");
                    }
                }
            }

            foreach (var rule in new[] { "exactlyOneOf", "atLeastOneOf" })
            {
                var paths = Texts(property.Value, rule).ToList();
                if (paths.Count == 0 || prefix + property.Name != paths.Order(StringComparer.Ordinal).First())
                {
                    continue;
                }

                var found = paths.Select(path => At(root, path)).ToList();
                var given = found.Count(one => one is not null);
                if (given == 0 || (rule == "exactlyOneOf" && given > 1 && found.All(one => one is not { Kind: PropertyKind.Unknown })))
                {
                    yield return new(prefix + property.Name, $"{(rule == "exactlyOneOf" ? "exactly" : "at least")} one of {string.Join(", ", paths)} must be given, but {(given == 0 ? "none is" : "several are")}");
                }
            }
        }
    }

    private static IEnumerable<Refusal> CheckValue(JsonElement fact, PropertyValue value, string path, PropertyValue root)
    {
        var secret = false;
        while (value.Kind == PropertyKind.Secret)
        {
            (value, secret) = (value.Inner, true);
        }

        if (value.Kind is PropertyKind.Unknown or PropertyKind.Null)
        {
            yield break;
        }

        var type = fact.GetProperty("type").GetString()!;
        var isList = type.EndsWith("[]", StringComparison.Ordinal);
        if (isList)
        {
            if (value.Kind != PropertyKind.List)
            {
                yield return new(path, $"must be a list, but is {Kind(value)}");
                yield break;
            }

            if (fact.TryGetProperty("minItems", out var least) && value.Items.Count < least.GetInt32())
            {
                yield return new(path, $"must have at least {least.GetInt32()} items, but has {value.Items.Count}");
            }

            if (fact.TryGetProperty("maxItems", out var most) && value.Items.Count > most.GetInt32())
            {
                yield return new(path, $"must have at most {most.GetInt32()} items, but has {value.Items.Count}");
            }
        }

        // What is a list of at most one in Terraform may come either way.
        if (!isList && Flag(fact, "single") && value.Kind == PropertyKind.List)
        {
            isList = true;
            if (value.Items.Count > 1)
            {
                yield return new(path, $"must have at most 1 item, but has {value.Items.Count}");
            }
        }

        var index = 0;
        foreach (var item in isList ? value.Items : [value])
        {
            var at = isList ? $"{path}[{index++}]" : path;
            var inner = item;
            var hidden = secret;
            while (inner.Kind == PropertyKind.Secret)
            {
                (inner, hidden) = (inner.Inner, true);
            }

            if (inner.Kind is PropertyKind.Unknown or PropertyKind.Null)
            {
                continue;
            }

            if (fact.TryGetProperty("properties", out var nested))
            {
                if (inner.Kind != PropertyKind.Map)
                {
                    yield return new(at, $"must be an object, but is {Kind(inner)}");
                }
                else
                {
                    foreach (var refusal in CheckBlock(nested, inner, $"{at}.", root, null))
                    {
                        yield return refusal;
                    }
                }

                continue;
            }

            foreach (var problem in CheckScalar(fact, type, inner, hidden))
            {
                yield return new(at, problem);
            }
        }
    }

    private static IEnumerable<string> CheckScalar(JsonElement fact, string type, PropertyValue value, bool hidden)
    {
        var shown = hidden ? "[secret]" : value.Kind == PropertyKind.Text ? $"'{value.Text}'" : value.Kind == PropertyKind.Number ? value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : Kind(value);
        var scalar = type.TrimEnd('[', ']');
        if ((scalar == "boolean" && value.Kind != PropertyKind.Boolean && !(value.Kind == PropertyKind.Text && bool.TryParse(value.Text, out _)))
            || (scalar is "integer" or "number" && value.Kind != PropertyKind.Number && !(value.Kind == PropertyKind.Text && double.TryParse(value.Text, System.Globalization.CultureInfo.InvariantCulture, out _)))
            || (scalar == "string" && value.Kind is PropertyKind.List or PropertyKind.Map))
        {
            yield return $"must be a {scalar}, but is {shown}";
            yield break;
        }

        var text = value.Kind switch { PropertyKind.Text => value.Text, PropertyKind.Number => value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), PropertyKind.Boolean => value.Boolean ? "true" : "false", _ => null };
        if (text is null)
        {
            yield break;
        }

        var allowed = fact.TryGetProperty("oneOf", out var list) ? list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText()).ToList() : null;
        if (allowed is not null && !allowed.Contains(text, StringComparer.Ordinal) && !(Flag(fact, "ignoreCase") && allowed.Contains(text, StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"must be one of {string.Join(", ", allowed)}, but is {shown}";
        }

        if (fact.TryGetProperty("range", out var range) && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && ((Bound(range[0]) is { } low && number < low) || (Bound(range[1]) is { } high && number > high)))
        {
            yield return $"must be {(Bound(range[0]) is { } from ? $"at least {from.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "")}{(Bound(range[0]) is not null && Bound(range[1]) is not null ? " and " : "")}{(Bound(range[1]) is { } to ? $"at most {to.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "")}, but is {shown}";
        }

        var forms = Texts(fact, "idOf").ToList();
        // A property that takes a management group takes a scope: any id at all.
        var takesScope = forms.Any(form => form.Contains("/managementGroups/", StringComparison.OrdinalIgnoreCase));
        if (forms.Count > 0 && value.Kind == PropertyKind.Text && !Texts(fact, "oneOfOrAnotherForm").Contains(text) && !text.Contains(SimulatedNamespace, StringComparison.Ordinal) && !(takesScope ? text.StartsWith('/') : forms.Any(form => Form(form).IsMatch(text))))
        {
            yield return $"must be an id of the form {string.Join(" or ", forms)}, but is {shown}";
        }
    }

    private static Regex Form(string form) => Forms.GetOrAdd(form, text => new Regex("^" + Regex.Escape(text).Replace(@"\{}", "[^/]+", StringComparison.Ordinal) + "/?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking));

    private static PropertyValue? At(PropertyValue root, string path)
    {
        PropertyValue? value = root;
        foreach (var step in path.Split('.'))
        {
            while (value?.Kind == PropertyKind.Secret)
            {
                value = value.Inner;
            }

            if (value?.Kind == PropertyKind.List)
            {
                value = value.Items.Count > 0 ? value.Items[0] : null;
                if (int.TryParse(step, out _))
                {
                    continue;
                }
            }

            if (value?.Kind == PropertyKind.Unknown)
            {
                return value;
            }

            value = value?[step];
        }

        return value is { Kind: PropertyKind.Null } or { Kind: PropertyKind.List, Items.Count: 0 } ? null : value;
    }

    private static string Kind(PropertyValue value) => value.Kind switch { PropertyKind.Text => "a text", PropertyKind.Number => "a number", PropertyKind.Boolean => "a truth value", PropertyKind.List => "a list", _ => "an object" };

    private static double? Bound(JsonElement bound) => bound.ValueKind == JsonValueKind.Number ? bound.GetDouble() : double.TryParse(bound.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Something that a provider refuses.</summary>
/// <param name="Path">The property.</param>
/// <param name="Problem">What it must be, and what it is.</param>
internal sealed record Refusal(string Path, string Problem);
