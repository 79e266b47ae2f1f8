using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Which Azure resource lies in which: a container in its account, an account in its group. Told by ids where they are known, else by the property that names the parent.</summary>
internal sealed class Containment
{
    private static readonly string[] ParentProperties =
    [
        "storageAccountId", "storageAccountName", "namespaceId", "namespaceName", "keyVaultId", "virtualNetworkName", "virtualNetworkId", "kubernetesClusterId", "containerRegistryId", "registryName",
        "firewallPolicyId", "networkSecurityGroupName", "routeTableName", "workspaceId", "topicId", "targetResourceId", "resourceGroupName",
    ];

    private readonly Stack stack;
    private readonly Dictionary<string, HashSet<string>> ancestors = new(StringComparer.Ordinal);
    private readonly ILookup<string, Resource> groups;
    private readonly List<Resource> identified;

    public Containment(Stack stack)
    {
        this.stack = stack;
        this.groups = stack.OfType(AzureNames.ResourceGroup).ToLookup(group => group["name"].AsText ?? group.Name, StringComparer.OrdinalIgnoreCase);
        this.identified = [.. stack.Resources.Where(resource => resource.Type.StartsWith("azure", StringComparison.Ordinal) && resource.Id is { Length: > 1 } id && id[0] == '/').OrderByDescending(resource => resource.Id!.Length)];
    }

    /// <summary>Whether the target is the container or lies in it, however deep.</summary>
    public bool IsWithin(Resource target, Resource container) => target.Urn == container.Urn || this.AncestorsOf(target).Contains(container.Urn);

    /// <summary>Whether the target's id begins with the text; not known while the target has no id and is not in a group that the text names.</summary>
    public static Truth Under(string text, Resource target)
    {
        text = text.TrimEnd('/');
        if (target.Id is { Length: > 1 } id && id[0] == '/' && !Markers.IsUnknown(id))
        {
            return (id + "/").StartsWith(text + "/", StringComparison.OrdinalIgnoreCase) ? Truth.Yes : Truth.No;
        }

        var group = target["resourceGroupName"].AsText;
        var marker = text.IndexOf("/resourceGroups/", StringComparison.OrdinalIgnoreCase);
        return group is null || marker < 0 ? Truth.Maybe
            : !text[(marker + "/resourceGroups/".Length)..].Split('/')[0].Equals(group, StringComparison.OrdinalIgnoreCase) ? Truth.No
            : text.Count(character => character == '/') <= 4 ? Truth.Yes : Truth.Maybe;
    }

    /// <summary>What a scope means: an id that is written, or what the property depends on while it is not known.</summary>
    public AccessScope Scope(Resource holder, string property)
    {
        var text = holder[property].AsText?.TrimEnd('/');
        if (text is not null)
        {
            var slashes = text.Count(character => character == '/');
            if (text.Length == 0 || text.StartsWith("/providers/Microsoft.Management/", StringComparison.OrdinalIgnoreCase) || (text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) && slashes == 2))
            {
                return new() { Text = text.Length == 0 ? "the tenant" : text, IsEverything = Truth.Yes };
            }

            if (this.identified.FirstOrDefault(one => (text + "/").StartsWith(one.Id + "/", StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return new() { Text = text.Length > found.Id!.Length ? $"{found.Name}{text[found.Id.Length..]}" : AzureNames.Title(found), Resource = found, IsPart = text.Length > found.Id.Length ? Truth.Yes : Truth.No };
            }
        }

        var sources = this.SourcesOf(holder, property).ToList();
        return sources switch
        {
            [var one] => new() { Text = AzureNames.Title(one), Resource = one, IsPart = text is null || Markers.IsUnknown(text) ? Below(holder, one) : Truth.No },
            [] when text is not null => new() { Text = text },
            [] => new() { Text = "a scope not known before deployment", IsEverything = Truth.Maybe },
            _ => new() { Text = $"one of {string.Join(", ", sources.Select(source => source.Name))}", Resource = sources.OrderByDescending(source => this.AncestorsOf(source).Count).First(), IsPart = Truth.Maybe },
        };
    }

    /// <summary>The resources that a property's value came from.</summary>
    public IEnumerable<Resource> SourcesOf(Resource holder, string property) =>
        holder.PropertyDependencies.TryGetValue(property.Split('.')[0], out var urns) ? urns.Select(this.stack.Find).OfType<Resource>().Where(source => source.Type.StartsWith("azure", StringComparison.Ordinal)) : [];

    // A role that only vault contents understand is usually given at one of them; whether it is, is known with the id.
    private static Truth Below(Resource holder, Resource scope) => scope.Type == AzureNames.KeyVault && holder["roleDefinitionName"].AsText?.StartsWith("Key Vault", StringComparison.Ordinal) == true ? Truth.Maybe : Truth.No;

    private HashSet<string> AncestorsOf(Resource resource)
    {
        if (this.ancestors.TryGetValue(resource.Urn, out var known))
        {
            return known;
        }

        var all = this.ancestors[resource.Urn] = new(StringComparer.Ordinal);
        foreach (var property in ParentProperties)
        {
            var field = resource[property];
            if (field.IsAbsent)
            {
                continue;
            }

            var parents = this.SourcesOf(resource, property);
            if (field.AsText is { } text)
            {
                parents = parents.Concat(property == "resourceGroupName" ? this.groups[text] : this.identified.Where(one => (text + "/").StartsWith(one.Id + "/", StringComparison.OrdinalIgnoreCase)).Take(1));
            }

            foreach (var parent in parents.Where(parent => parent.Urn != resource.Urn).ToList())
            {
                all.Add(parent.Urn);
                all.UnionWith(this.AncestorsOf(parent));
            }
        }

        return all;
    }
}
