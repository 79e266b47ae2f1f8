using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What is to happen to a resource.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Changes">Paths of the properties that change.</param>
/// <param name="Replaces">What forces a replacement.</param>
internal sealed record ResourcePlan(Operation Op, IReadOnlyList<string> Changes, IReadOnlyList<string> Replaces)
{
    /// <summary>Whether a replacement deletes the old one before it makes the new one.</summary>
    public bool DeletesFirst { get; private init; }

    /// <summary>Decides what is to happen.</summary>
    /// <param name="registration">What the program wants.</param>
    /// <param name="inputs">Its checked inputs.</param>
    /// <param name="old">The resource in the state; null if it is new.</param>
    /// <param name="changes">Compares properties.</param>
    /// <param name="reason">Why something else forces a replacement; null if nothing does.</param>
    public static ResourcePlan Of(Registration registration, PropertyValue inputs, ResourceState? old, PropertyChanges changes, string? reason)
    {
        if (registration is { IsCustom: true, ImportId.Length: > 0 } && (old is null or { External: true } || (old.ImportId ?? old.Id) != registration.ImportId))
        {
            return new(Operation.Import, [], []);
        }

        if (old is null or { External: true })
        {
            return new(Operation.Create, [], []);
        }

        // What the provider filled in itself, and the program still leaves to it, is no change.
        IReadOnlyList<string> changed = [.. changes.Between(old.Inputs, inputs).Where(path => !AzureFacts.Keeps(registration.Type, path, old.Inputs, inputs))];
        if (registration.Type.StartsWith(ProviderChoice.TypePrefix, StringComparison.Ordinal))
        {
            // Whether an unknown configuration differs is known only when it is known.
            changed = EngineValues.HasUnknown(inputs) ? [] : changed;
            var leaving = registration.Type == KubernetesProvider.Type ? KubernetesProvider.Replacing(old.Inputs, inputs, changed) : [];
            return new(leaving.Count > 0 ? Operation.Replace : changed.Count > 0 ? Operation.Update : Operation.Same, changed, leaving);
        }

        var forcing = registration.IsCustom ? registration.ReplaceOnChanges.Select(PropertyPath.Parse).ToList() : [];
        var replaces = registration.IsCustom ? changed.Where(path => Forces(registration.Type, path, old.Inputs, inputs, forcing)).ToList() : [];
        if (reason is not null && replaces.Count == 0)
        {
            replaces.Add(reason);
        }

        return new(replaces.Count > 0 ? Operation.Replace : changed.Count > 0 || old.InitErrors.Count > 0 ? Operation.Update : Operation.Same, changed, replaces)
        {
            DeletesFirst = registration.Options.DeleteBeforeReplace ?? SimulatedProvider.KeepsName(registration.Type, old.Inputs, inputs),
        };
    }

    /// <summary>Whether a change of a property replaces the resource: because the provider cannot change it, or because the program says so.</summary>
    public static bool Forces(string type, string path, PropertyValue old, PropertyValue now, IReadOnlyList<PropertyPath> forcing)
    {
        var property = path.Split('.', '[')[0];
        return AzureFacts.Replaces(type, path, old, now) || (type.StartsWith("kubernetes:", StringComparison.Ordinal) && (property is "apiVersion" or "kind"
            || (property == "metadata" && (Metadata(old, "name") != Metadata(now, "name") || Metadata(old, "namespace") != Metadata(now, "namespace")))))
            || forcing.Any(one => one.Touches(PropertyPath.Parse(path)));
    }

    private static string? Metadata(PropertyValue inputs, string name) => inputs["metadata"]?[name] is { } value ? value.Kind == PropertyKind.Unknown ? "?" : value.Text : null;
}
