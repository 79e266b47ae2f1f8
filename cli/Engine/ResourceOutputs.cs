using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What comes out of a resource: made by the stand-in of its provider, or kept from the state.</summary>
internal static class ResourceOutputs
{
    /// <summary>The resource with its id and outputs.</summary>
    /// <param name="draft">The resource without them.</param>
    /// <param name="old">The resource in the state; null if it is new.</param>
    /// <param name="plan">What happens to it.</param>
    /// <param name="isConfigured">Whether its provider can be asked; of a provider itself, whether its configuration is known.</param>
    /// <param name="isPreview">Whether what would be computed is not known yet.</param>
    public static ResourceState Complete(ResourceState draft, ResourceState? old, ResourcePlan plan, bool isConfigured, bool isPreview)
    {
        var now = DateTimeOffset.UtcNow;
        var state = draft with
        {
            Created = plan.Op is Operation.Same or Operation.Update ? old!.Created ?? now : now,
            Modified = plan.Op == Operation.Same ? old!.Modified ?? now : now,
        };
        if (!state.IsCustom)
        {
            return state with { Outputs = plan.Op == Operation.Same ? old!.Outputs : EngineValues.Empty };
        }

        if (state.IsProvider)
        {
            if (!isConfigured && old is not null)
            {
                return old with { Urn = state.Urn, Options = state.Options, Parent = state.Parent }; // the provider goes on as it was configured
            }

            return state with { Id = plan.Op != Operation.Replace && old?.Id is { } id ? id : isPreview ? null : SimulatedProvider.Guid(state.Urn + old?.Id), Outputs = EngineValues.WithoutInternals(state.Inputs) };
        }

        if (isPreview && plan.Op == Operation.Create && !isConfigured)
        {
            return state; // a provider that cannot be configured yet is not asked
        }

        var (made, outputs) = SimulatedProvider.Make(state.Type, state.Urn, state.Name, state.Inputs, known: !isPreview || plan.Op is Operation.Same or Operation.Update);
        if (plan.Op is Operation.Same or Operation.Update)
        {
            (made, outputs) = (old!.Id, Merge(plan.Op == Operation.Same, old.Outputs, outputs, state.Inputs));
        }
        else if (plan.Op == Operation.Import)
        {
            made = state.ImportId;
        }

        return state with { Id = made, Outputs = Hide(outputs, state.Options.AdditionalSecretOutputs) };
    }

    // What was computed stays; a secret of which only the digest is known is taken from the inputs, or made anew.
    private static PropertyValue Merge(bool same, PropertyValue old, PropertyValue made, PropertyValue inputs) => PropertyValue.MapOf(
        (same ? old.Members.Select(member => member.Key) : made.Members.Select(member => member.Key).Union(old.Members.Select(member => member.Key).Where(name => inputs[name] is null && name.StartsWith("__", StringComparison.Ordinal))))
        .Select(name => KeyValuePair.Create(name, old[name] is { } kept && (same || inputs[name] is null) && !IsClosed(kept) ? kept : inputs[name] ?? made[name] ?? PropertyValue.SecretOf(PropertyValue.Unknown))));

    private static bool IsClosed(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Secret => value.Inner.Kind == PropertyKind.Unknown || StateSecrets.IsDigest(value.Inner, out _),
        PropertyKind.Map => value.Members.Any(member => IsClosed(member.Value)),
        PropertyKind.List => value.Items.Any(IsClosed),
        _ => false,
    };

    /// <summary>The outputs with those hidden that the program calls secret.</summary>
    public static PropertyValue Hide(PropertyValue outputs, IReadOnlyList<string> secretNames) => secretNames.Count == 0 ? outputs
        : PropertyValue.MapOf(outputs.Members.Select(member => secretNames.Contains(member.Key) ? KeyValuePair.Create(member.Key, PropertyValue.SecretOf(member.Value)) : member));
}
