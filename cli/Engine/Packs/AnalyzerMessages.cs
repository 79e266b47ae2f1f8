using Google.Protobuf;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>What a pack is asked, word for word as the Pulumi engine asks it.</summary>
internal static class AnalyzerMessages
{
    /// <summary>A resource to correct, with everything in it, or to judge, without what engine and providers keep for themselves.</summary>
    public static AnalyzeRequest Resource(Subject subject, bool withInternals) => new()
    {
        Type = subject.State.Type,
        Properties = Struct(withInternals ? subject.State.Inputs : EngineValues.WithoutInternals(subject.State.Inputs)),
        Urn = subject.State.Urn,
        Name = subject.State.Name,
        Options = Options(subject.State, withReplacement: true),
        Provider = Provider(subject.Provider),
    };

    /// <summary>A resource among all those of the stack, with its outputs.</summary>
    public static AnalyzerResource OfStack(Subject subject)
    {
        var state = subject.State;
        var resource = new AnalyzerResource
        {
            Type = state.Type,
            Properties = Struct(EngineValues.WithoutInternals(state.Outputs)),
            Urn = state.Urn,
            Name = state.Name,
            Options = Options(state, withReplacement: false),
            Provider = Provider(subject.Provider),
            Parent = state.Parent ?? "",
        };
        resource.Dependencies.AddRange(state.Dependencies);
        foreach (var (name, urns) in state.PropertyDependencies.Where(entry => entry.Value.Count > 0))
        {
            var dependencies = new AnalyzerPropertyDependencies();
            dependencies.Urns.AddRange(urns);
            resource.PropertyDependencies[name] = dependencies;
        }

        return resource;
    }

    private static AnalyzerResourceOptions Options(ResourceState state, bool withReplacement)
    {
        var options = new AnalyzerResourceOptions
        {
            Protect = state.Protect,
            Parent = state.Parent ?? "",
            CustomTimeouts = new() { Create = state.Timeouts.Create, Update = state.Timeouts.Update, Delete = state.Timeouts.Delete, Read = state.Timeouts.Read },
        };
        if (withReplacement && state.Options.DeleteBeforeReplace is { } first)
        {
            (options.DeleteBeforeReplace, options.DeleteBeforeReplaceDefined) = (first, true);
        }

        options.IgnoreChanges.AddRange(state.Options.IgnoreChanges);
        options.AdditionalSecretOutputs.AddRange(state.Options.AdditionalSecretOutputs);
        options.Aliases.AddRange(state.Options.Aliases);
        return options;
    }

    private static AnalyzerProviderResource? Provider(ResourceState? provider) => provider is null ? null : new()
    {
        Type = provider.Type,
        Properties = Struct(EngineValues.WithoutInternals(provider.Inputs)),
        Urn = provider.Urn,
        Name = provider.Name,
    };

    private static ByteString Struct(PropertyValue map) => ByteString.CopyFrom(WireProperties.ToStruct(EngineValues.Flatten(map)));
}
