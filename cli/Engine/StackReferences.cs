using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Reads the outputs of another stack of the project from its simulated state.</summary>
internal static class StackReferences
{
    public static PropertyValue Read(ProjectFile project, PropertyValue inputs, string id)
    {
        var stack = id.Split('/')[^1];
        var file = Path.Combine(project.Folder, ".llmops", $"{stack}.json");
        var state = StateDocument.Read(file, mayBeMissing: true) ?? throw new RegistrationException($"The stack '{id}' has no simulated state: run `llmops up --stack {stack}` first.");
        var root = state.Resources.FirstOrDefault(resource => resource.Type == ResourceOperation.StackType);
        var outputs = root?.Outputs ?? PropertyValue.MapOf([]);
        return PropertyValue.MapOf(inputs.Members.Concat(
        [
            KeyValuePair.Create("outputs", PropertyValue.MapOf(outputs.Members.Select(member => member.Value.Kind == PropertyKind.Secret ? KeyValuePair.Create(member.Key, IsClosed(member.Value.Inner) ? PropertyValue.SecretOf(PropertyValue.Of("[secret]")) : member.Value) : member))),
            KeyValuePair.Create("secretOutputNames", PropertyValue.ListOf(outputs.Members.Where(member => member.Value.Kind == PropertyKind.Secret).Select(member => PropertyValue.Of(member.Key)))),
        ]));

        // A secret of which only the digest is known, or that nobody can open here, is stood in for.
        static bool IsClosed(PropertyValue secret) => secret.Kind == PropertyKind.Unknown || StateSecrets.IsDigest(secret, out _);
    }
}
