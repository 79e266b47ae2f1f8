using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Reads the outputs of another stack of the project from its simulated state.</summary>
internal static class StackReferences
{
    public static PropertyValue Read(ProjectFile project, PropertyValue inputs, string id)
    {
        var root = Resources(project, id).FirstOrDefault(resource => resource.Type == ResourceOperation.StackType);
        var outputs = root?.Outputs ?? PropertyValue.MapOf([]);
        return PropertyValue.MapOf(inputs.Members.Concat(
        [
            KeyValuePair.Create("outputs", Opened(outputs)),
            KeyValuePair.Create("secretOutputNames", PropertyValue.ListOf(outputs.Members.Where(member => member.Value.Kind == PropertyKind.Secret).Select(member => PropertyValue.Of(member.Key)))),
        ]));
    }

    /// <summary>The types and outputs of all resources of another stack, by URN.</summary>
    public static PropertyValue ReadResources(ProjectFile project, string id) => PropertyValue.MapOf(
    [
        KeyValuePair.Create("name", PropertyValue.Of(id)),
        KeyValuePair.Create("outputs", PropertyValue.MapOf(Resources(project, id).Select(resource =>
            KeyValuePair.Create(resource.Urn, PropertyValue.MapOf([KeyValuePair.Create("type", PropertyValue.Of(resource.Type)), KeyValuePair.Create("outputs", Opened(resource.Outputs))]))))),
    ]);

    private static IEnumerable<ResourceState> Resources(ProjectFile project, string id)
    {
        var stack = id.Split('/')[^1];
        var state = StateDocument.Read(Path.Combine(project.Folder, ".llmops", $"{stack}.json"), mayBeMissing: true) ?? throw new RegistrationException($"The stack '{id}' has no simulated state: run `llmops up --stack {stack}` first.");
        return state.Resources.Where(resource => !resource.Delete);
    }

    private static PropertyValue Opened(PropertyValue outputs)
    {
        return PropertyValue.MapOf(outputs.Members.Select(member => member.Value.Kind == PropertyKind.Secret && IsClosed(member.Value.Inner) ? KeyValuePair.Create(member.Key, PropertyValue.SecretOf(PropertyValue.Of("[secret]"))) : member));

        // A secret of which only the digest is known, or that nobody can open here, is stood in for.
        static bool IsClosed(PropertyValue secret) => secret.Kind == PropertyKind.Unknown || StateSecrets.IsDigest(secret, out _);
    }
}
