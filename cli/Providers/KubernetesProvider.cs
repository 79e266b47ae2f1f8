using System.Text;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;
using YamlDotNet.RepresentationModel;

namespace LlmOpsSecure.Cli.Providers;

/// <summary>What the Kubernetes provider says of a change of its own configuration.</summary>
internal static class KubernetesProvider
{
    /// <summary>The type of the provider.</summary>
    public const string Type = "pulumi:providers:kubernetes";

    private const string Identifier = "clusterIdentifier";

    /// <summary>Which changed inputs replace the provider, and with it all that it made: those that lead to another cluster. A cluster with an identifier is known by that alone.</summary>
    public static IReadOnlyList<string> Replacing(PropertyValue old, PropertyValue now, IReadOnlyList<string> changed)
    {
        var (before, after) = (Text(old, Identifier), Text(now, Identifier));
        if (after is not null && after == before)
        {
            return [];
        }

        var isElsewhere = ActiveCluster(old) is { } was && ActiveCluster(now) is { } cluster && !was.Equals(cluster);
        return [.. changed.Where(name => name == "renderYamlToDirectory" || (name == Identifier && before is not null && after is not null) || (isElsewhere && name is "kubeconfig" or "context" or "cluster"))];
    }

    // Null where the configuration does not tell, for example because it is a path.
    private static YamlNode? ActiveCluster(PropertyValue inputs)
    {
        try
        {
            var config = BoundedYaml.Mapping("kubeconfig", Encoding.UTF8.GetBytes(Text(inputs, "kubeconfig") ?? ""));
            var context = Named(config, "contexts", Text(inputs, "context") ?? (Child(config, "current-context") as YamlScalarNode)?.Value, "context");
            return context is null ? null : Named(config, "clusters", Text(inputs, "cluster") ?? (Child(context, "cluster") as YamlScalarNode)?.Value, "cluster");
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static YamlNode? Named(YamlNode config, string list, string? name, string member) =>
        (Child(config, list) as YamlSequenceNode)?.Children.FirstOrDefault(item => Child(item, "name") is YamlScalarNode one && one.Value == name) is { } found ? Child(found, member) : null;

    private static YamlNode? Child(YamlNode node, string name) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private static string? Text(PropertyValue inputs, string name) => (inputs[name] is { Kind: PropertyKind.Secret } secret ? secret.Inner : inputs[name]) is { Kind: PropertyKind.Text } value ? value.Text : null;
}
