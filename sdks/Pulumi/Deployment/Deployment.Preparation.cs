using Google.Protobuf;
using LlmOpsSecure.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <content>Gathers what every request about a resource carries: arguments, parent, provider, dependencies, package.</content>
public sealed partial class Deployment
{
    private static bool AcceptResources => Environment.GetEnvironmentVariable("PULUMI_DISABLE_RESOURCE_REFERENCES") is not ("1" or "true" or "TRUE" or "True");

    private async Task<Prepared> PrepareAsync(Resource resource, bool remote, ResourceArgs args, ResourceOptions options)
    {
        var arguments = await args.ToDictionaryAsync().ConfigureAwait(false);
        var direct = new HashSet<Resource>();
        var dependsOn = await options.DependsOn.ToOutput().Data.ConfigureAwait(false);
        direct.UnionWith(dependsOn.Value.IsDefault ? [] : dependsOn.Value.Where(other => other is not null));

        var keepResources = await this.Supports("resourceReferences").ConfigureAwait(false);
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal);
        var propertyResources = new Dictionary<string, IReadOnlyCollection<Resource>>(StringComparer.Ordinal);
        var label = $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]";
        foreach (var (key, value) in arguments.Where(entry => entry.Key is not ("id" or "urn")))
        {
            var serializer = new Serializer { KeepResources = keepResources };
            object? tree;
            try
            {
                tree = await serializer.SerializeAsync($"{label}.{key}", value).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"error serializing property \"{key}\": {error.Message}", error);
            }

            if (tree is not null)
            {
                properties[key] = tree;
                propertyResources[key] = serializer.Resources;
            }
        }

        var parent = options.Parent is { } above ? (await above.Urn.Data.ConfigureAwait(false)).Value : "";
        var provider = resource is CustomResource && options.Provider is { } given ? await given.ReferenceAsync().ConfigureAwait(false) : "";
        var providers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (remote)
        {
            foreach (var (package, one) in resource.Providers)
            {
                providers[package] = await one.ReferenceAsync().ConfigureAwait(false);
            }
        }

        var all = new HashSet<string>(await DependencyUrnsAsync(direct, resource).ConfigureAwait(false), StringComparer.Ordinal);
        var perProperty = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (key, resources) in propertyResources)
        {
            perProperty[key] = await DependencyUrnsAsync(resources, resource).ConfigureAwait(false);
            all.UnionWith(perProperty[key]);
        }

        return new(properties, parent, provider, providers, all, perProperty);
    }

    // A component stands for the custom resources in it, and those of the components in it; a remote one for itself.
    internal static async Task<HashSet<string>> DependencyUrnsAsync(IEnumerable<Resource> resources, Resource? from)
    {
        var expanded = new HashSet<Resource>();
        void Expand(Resource resource)
        {
            if (resource is not ComponentResource component || component.IsRemote)
            {
                if (resource is CustomResource || resource.IsRemote || resource.IsDependency)
                {
                    expanded.Add(resource);
                }

                return;
            }

            foreach (var child in component.Children)
            {
                Expand(child);
            }
        }

        foreach (var resource in resources)
        {
            Expand(resource);
        }

        var urns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in expanded)
        {
            if (resource != from && await resource.Urn.Data.ConfigureAwait(false) is { IsKnown: true, Value.Length: > 0 } urn)
            {
                urns.Add(urn.Value);
            }
        }

        return urns;
    }

    private async Task<string> PackageRefAsync(RegisterPackageRequest? package)
    {
        if (package is null)
        {
            return "";
        }

        if (!await this.Supports("parameterization").ConfigureAwait(false))
        {
            throw new InvalidOperationException("The Pulumi CLI does not support parameterization. Please update the Pulumi CLI.");
        }

        var request = new LlmOpsSecure.Protocol.RegisterPackageRequest { Name = package.Name, Version = package.Version, DownloadUrl = package.DownloadUrl };
        foreach (var (platform, checksum) in package.Checksums)
        {
            request.Checksums[platform] = ByteString.CopyFrom(checksum);
        }

        request.Parameterization = Parameter(package.Parameterization);
        request.Extension = Parameter(package.Extension);
        return await this.Monitor.RegisterPackageAsync(request).ConfigureAwait(false);

        static Parameterization? Parameter(RegisterPackageRequest.PackageParameterization? parameter) =>
            parameter is null ? null : new Parameterization { Name = parameter.Name, Version = parameter.Version, Value = ByteString.CopyFrom(parameter.Value) };
    }

    private sealed record Prepared(Dictionary<string, object?> Properties, string Parent, string Provider, Dictionary<string, string> Providers, HashSet<string> Dependencies, Dictionary<string, HashSet<string>> PropertyDependencies);
}
