using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What is to happen to a resource.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Changes">Paths of the properties that change.</param>
/// <param name="Replaces">What forces a replacement.</param>
internal sealed record ResourcePlan(Operation Op, IReadOnlyList<string> Changes, IReadOnlyList<string> Replaces)
{
    /// <summary>Decides what is to happen.</summary>
    /// <param name="registration">What the program wants.</param>
    /// <param name="inputs">Its checked inputs.</param>
    /// <param name="old">The resource in the state; null if it is new.</param>
    /// <param name="changes">Compares properties.</param>
    /// <param name="reason">Why something else forces a replacement; null if nothing does.</param>
    public static ResourcePlan Of(Registration registration, PropertyValue inputs, ResourceState? old, PropertyChanges changes, string? reason)
    {
        if (registration.ImportId.Length > 0 && (old is null or { External: true } || old.Id != registration.ImportId))
        {
            return new(Operation.Import, [], []);
        }

        if (old is null or { External: true })
        {
            return new(Operation.Create, [], []);
        }

        if (!registration.IsCustom)
        {
            return new(Operation.Same, [], []);
        }

        // What the provider filled in itself, and the program still leaves to it, is no change.
        var changed = changes.Between(old.Inputs, inputs);
        if (registration.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            // Whether an unknown configuration differs is known only when it is known.
            return new(changed.Count == 0 || EngineValues.HasUnknown(inputs) ? Operation.Same : Operation.Update, EngineValues.HasUnknown(inputs) ? [] : changed, []);
        }

        var forcing = registration.ReplaceOnChanges.Select(PropertyPath.Parse).ToList();
        var replaces = changed.Where(path => Forces(registration.Type, path, old.Inputs, inputs) || forcing.Exists(one => one.Touches(PropertyPath.Parse(path)))).ToList();
        if (reason is not null && replaces.Count == 0)
        {
            replaces.Add(reason);
        }

        return new(replaces.Count > 0 ? Operation.Replace : changed.Count > 0 ? Operation.Update : Operation.Same, changed, replaces);
    }

    /// <summary>Whether a change of a property makes the provider replace the resource.</summary>
    public static bool Forces(string type, string path, PropertyValue old, PropertyValue now)
    {
        var property = path.Split('.', '[')[0];
        return AzureFacts.Replaces(type, property) || (type.StartsWith("kubernetes:", StringComparison.Ordinal) && (property is "apiVersion" or "kind"
            || (property == "metadata" && (Metadata(old, "name") != Metadata(now, "name") || Metadata(old, "namespace") != Metadata(now, "namespace")))));
    }

    private static string? Metadata(PropertyValue inputs, string name) => inputs["metadata"]?[name] is { } value ? value.Kind == PropertyKind.Unknown ? "?" : value.Text : null;
}
