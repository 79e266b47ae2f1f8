using LlmOpsSecure.Protocol;

namespace Pulumi;

/// <content>Tells the engine the former names of resources.</content>
public sealed partial class Deployment
{
    /// <summary>Makes the run fail at once if an alias contradicts itself.</summary>
    internal void CheckAliases(IEnumerable<Input<Alias>> aliases)
    {
        foreach (var alias in aliases)
        {
            this.Runner.Register(CheckedAsync(alias));
        }
    }

    private async Task AddAliasesAsync(RegisterResourceRequest request, Resource resource, ResourceOptions options)
    {
        if (!await this.Supports("aliasSpecs").ConfigureAwait(false))
        {
            request.AliasUrns.AddRange((await AllAliasUrnsAsync(resource, options.Aliases, options.Parent).ConfigureAwait(false)).Distinct(StringComparer.Ordinal));
            return;
        }

        foreach (var input in options.Aliases)
        {
            if (await CheckedAsync(input).ConfigureAwait(false) is { } alias)
            {
                request.Aliases.Add(alias.Urn is not null ? new LlmOpsSecure.Protocol.Alias { Urn = alias.Urn } : new LlmOpsSecure.Protocol.Alias { Spec = await SpecAsync(alias).ConfigureAwait(false) });
            }
        }
    }

    private static async Task<Alias?> CheckedAsync(Input<Alias> input)
    {
        if ((await input.ToOutput().Data.ConfigureAwait(false)).Value is not { } alias)
        {
            return null;
        }

        var others = new[]
        {
            (nameof(Alias.Name), alias.Name is not null), (nameof(Alias.Type), alias.Type is not null), (nameof(Alias.Project), alias.Project is not null), (nameof(Alias.Stack), alias.Stack is not null),
            (nameof(Alias.Parent), alias.Parent is not null), (nameof(Alias.ParentUrn), alias.ParentUrn is not null), (nameof(Alias.NoParent), alias.NoParent),
        };
        if (alias.Urn is not null && Array.Find(others, other => other.Item2).Item1 is { } conflict)
        {
            throw new ArgumentException($"Alias should not specify both Urn and {conflict}");
        }

        return others[4..].Count(other => other.Item2) > 1 ? throw new ArgumentException("Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias") : alias;
    }

    private static async Task<AliasSpec> SpecAsync(Alias alias)
    {
        var spec = new AliasSpec
        {
            Name = await TextAsync(alias.Name).ConfigureAwait(false) ?? "",
            Type = await TextAsync(alias.Type).ConfigureAwait(false) ?? "",
            Project = await TextAsync(alias.Project).ConfigureAwait(false) ?? "",
            Stack = await TextAsync(alias.Stack).ConfigureAwait(false) ?? "",
        };
        if (await ParentUrnAsync(alias).ConfigureAwait(false) is { } parentUrn)
        {
            spec.ParentUrn = parentUrn;
        }
        else
        {
            spec.NoParent = alias.NoParent;
        }

        return spec;
    }

    // An engine that takes URNs only does not work out by itself what a parent's former name means for its children.
    private static async Task<List<string>> AllAliasUrnsAsync(Resource resource, IReadOnlyCollection<Input<Alias>> aliases, Resource? parent)
    {
        var own = await OwnAliasUrnsAsync(resource, aliases, parent).ConfigureAwait(false);
        var all = own.ToList();
        foreach (var parentAlias in parent is null ? [] : await OwnAliasUrnsAsync(parent, parent.Aliases, parent.Parent).ConfigureAwait(false))
        {
            all.Add(await InheritedAsync(resource.GetResourceName(), resource.GetResourceType()).ConfigureAwait(false));
            foreach (var urn in own)
            {
                all.Add(await InheritedAsync(urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..], urn.Split("::")[2].Split('$')[^1]).ConfigureAwait(false));
            }

            // A child that is called after its parent was called after the parent's former name.
            async Task<string> InheritedAsync(string name, string type)
            {
                var former = name.StartsWith(parent!.GetResourceName(), StringComparison.Ordinal) ? parentAlias[(parentAlias.LastIndexOf("::", StringComparison.Ordinal) + 2)..] + name[parent.GetResourceName().Length..] : name;
                return (await Urn.Create(former, type, null, parentAlias).Data.ConfigureAwait(false)).Value;
            }
        }

        return all;
    }

    private static async Task<List<string>> OwnAliasUrnsAsync(Resource resource, IReadOnlyCollection<Input<Alias>> aliases, Resource? parent)
    {
        var urns = new List<string>();
        foreach (var input in aliases)
        {
            if (await CheckedAsync(input).ConfigureAwait(false) is not { } alias)
            {
                continue;
            }

            var former = alias.NoParent ? null
                : await ParentUrnAsync(alias).ConfigureAwait(false) ?? (parent is null or Pulumi.Stack ? null : (await parent.Urn.Data.ConfigureAwait(false)).Value);
            urns.Add(alias.Urn ?? (await Urn.Create(
                alias.Name ?? resource.GetResourceName(), alias.Type ?? resource.GetResourceType(), null, former is null ? null : (Input<string>)former, alias.Project, alias.Stack).Data.ConfigureAwait(false)).Value);
        }

        return urns;
    }

    private static async Task<string?> ParentUrnAsync(Alias alias) => alias.Parent is not null ? (await alias.Parent.Urn.Data.ConfigureAwait(false)).Value : await TextAsync(alias.ParentUrn).ConfigureAwait(false);

    private static async Task<string?> TextAsync(Input<string>? input) => input is null ? null : (await input.ToOutput().Data.ConfigureAwait(false)).Value;
}
