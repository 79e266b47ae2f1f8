using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using LlmOpsSecure.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <content>Registers and reads resources.</content>
public sealed partial class Deployment
{
    internal void ReadOrRegister(Resource resource, bool remote, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        var completions = OutputCompletion.Prepare(resource);
        this.Runner.Register(this.CompleteAsync(resource, remote, args, options, package, completions));
    }

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) => this.Runner.Register(this.RegisterOutputsAsync(resource, outputs));

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        // The URN is there once the resource is registered; the outputs may come before or after.
        var urn = await resource.Urn.Data.ConfigureAwait(false);
        var data = await outputs.Data.ConfigureAwait(false);
        var serializer = new Serializer { KeepResources = await this.Supports("resourceReferences").ConfigureAwait(false) };
        var tree = await serializer.SerializeAsync($"{urn.Value}.outputs", Output.Create(data.Value)).ConfigureAwait(false);
        await this.Runner.GoOnAsync().ConfigureAwait(false);
        await this.Monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = urn.Value, Outputs = WireTree.Struct(tree as Dictionary<string, object?> ?? []) }).ConfigureAwait(false);
    }

    private async Task CompleteAsync(Resource resource, bool remote, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package, Dictionary<string, OutputCompletion> completions)
    {
        try
        {
            var answer = await this.AskAsync(resource, remote, args, options, package).ConfigureAwait(false);
            void Warn(string message) => this.Log(LogSeverity.Warning, message, resource);
            completions["urn"].Set("urn", OutputData.Of<object?>(answer.Urn), Warn);
            if (completions.TryGetValue("id", out var id))
            {
                var known = !string.IsNullOrEmpty(answer.Id);
                id.Set("id", OutputData.Of<object?>(known ? answer.Id : null, isKnown: known), Warn);
            }

            var label = resource.GetType().Name;
            foreach (var (name, completion) in completions)
            {
                if (name is "urn" or "id")
                {
                    continue;
                }

                var data = answer.Object.TryGetValue(name, out var found) ? Deserializer.Value(found) : OutputData.Of<object?>(null, isKnown: !this.IsDryRun && answer.Succeeded);
                if (answer.Dependencies.TryGetValue(name, out var dependencies))
                {
                    data = data with { Resources = data.Resources.Union(dependencies) };
                }

                completion.Set($"{label}.{name}", data, Warn);
            }
        }
        catch (Exception error)
        {
            foreach (var completion in completions.Values)
            {
                completion.Fail(error);
            }

            throw;
        }
    }

    private async Task<Answer> AskAsync(Resource resource, bool remote, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        if (options.Urn is { } urn)
        {
            var arguments = WireTree.Struct([KeyValuePair.Create("urn", (object?)urn)]);
            var response = await this.Monitor.InvokeAsync(new ResourceInvokeRequest { Tok = "pulumi:pulumi:getResource", Args = arguments, AcceptResources = AcceptResources }).ConfigureAwait(false);
            ThrowOnFailures("pulumi:pulumi:getResource", response.Failures);
            var found = Deserializer.Members(response.Return.Memory);
            var state = new Dictionary<string, WireValue>(StringComparer.Ordinal);
            if (found.TryGetValue("state", out var members))
            {
                foreach (var member in members.Members)
                {
                    state[System.Text.Encoding.UTF8.GetString(member.Name.Span)] = member.Value;
                }
            }

            return new(found.TryGetValue("urn", out var stateUrn) ? stateUrn.Text : urn, found.TryGetValue("id", out var stateId) ? stateId.Text : null, state, true, []);
        }

        if (options.Id is not null)
        {
            var id = await options.Id.ToOutput().Data.ConfigureAwait(false);
            if (id.IsKnown && !string.IsNullOrEmpty(id.Value))
            {
                if (resource is not CustomResource)
                {
                    throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
                }

                return await this.ReadAsync(resource, id.Value, args, options, package).ConfigureAwait(false);
            }
        }

        return await this.RegisterAsync(resource, remote, args, options, package).ConfigureAwait(false);
    }

    private async Task<Answer> ReadAsync(Resource resource, string id, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        var prepared = await this.PrepareAsync(resource, remote: false, args, options).ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Id = id,
            Parent = prepared.Parent,
            Provider = prepared.Provider,
            Properties = WireTree.Struct(prepared.Properties),
            Version = options.Version ?? "",
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = AcceptResources,
            PackageRef = await this.PackageRefAsync(package).ConfigureAwait(false),
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        await this.Runner.GoOnAsync().ConfigureAwait(false);
        var response = await this.Monitor.ReadResourceAsync(resource, request).ConfigureAwait(false);
        return new(response.Urn, id, Deserializer.Members(response.Properties.Memory), true, []);
    }

    private async Task<Answer> RegisterAsync(Resource resource, bool remote, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        var prepared = await this.PrepareAsync(resource, remote, args, options).ConfigureAwait(false);
        var custom = options as CustomResourceOptions;
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource is CustomResource,
            Parent = prepared.Parent,
            Provider = prepared.Provider,
            Object = WireTree.Struct(prepared.Properties),
            Version = options.Version ?? "",
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            ImportId = custom?.ImportId ?? "",
            AcceptSecrets = true,
            AcceptResources = AcceptResources,
            SupportsResultReporting = true,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace ?? false,
            DeleteBeforeReplaceDefined = custom?.DeleteBeforeReplace is not null,
            Remote = remote,
            Hooks = new Hooks(),
            PackageRef = await this.PackageRefAsync(package).ConfigureAwait(false),
            CustomTimeouts = Timeouts(options.CustomTimeouts),
        };
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        request.Dependencies.AddRange(prepared.Dependencies);
        foreach (var (key, urns) in prepared.PropertyDependencies)
        {
            var list = new UrnList();
            list.Urns.AddRange(urns);
            request.PropertyDependencies[key] = list;
        }

        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        request.HideDiffs.AddRange(options.HideDiffs);
        if (custom is not null)
        {
            request.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
            request.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
            foreach (var (name, value) in custom.EnvVarMappings)
            {
                request.EnvVarMappings[name] = value;
            }
        }

        foreach (var (name, reference) in prepared.Providers)
        {
            request.Providers[name] = reference;
        }

        if (options.DeletedWith is { } other)
        {
            if (!await this.Supports("deletedWith").ConfigureAwait(false))
            {
                throw new InvalidOperationException("The Pulumi CLI does not support the DeletedWith option. Please update the Pulumi CLI.");
            }

            request.DeletedWith = (await other.Urn.Data.ConfigureAwait(false)).Value;
        }

        await AddReplacementsAsync(request, options).ConfigureAwait(false);
        await this.AddAliasesAsync(request, resource, options).ConfigureAwait(false);

        await this.Runner.GoOnAsync().ConfigureAwait(false);
        var response = await this.Monitor.RegisterResourceAsync(resource, request).ConfigureAwait(false);
        var dependencies = new Dictionary<string, ImmutableHashSet<Resource>>(StringComparer.Ordinal);
        foreach (var (name, urns) in response.PropertyDependencies)
        {
            dependencies[name] = [.. urns.Urns.Select(urn => (Resource)new DependencyResource(urn))];
        }

        return new(response.Urn, response.Id, Deserializer.Members(response.Object.Memory), response is { Result: LlmOpsSecure.Protocol.Result.Success, Unknown: false }, dependencies);
    }

    private static async Task AddReplacementsAsync(RegisterResourceRequest request, ResourceOptions options)
    {
        var replaceWith = await options.ReplaceWith.ToOutput().Data.ConfigureAwait(false);
        foreach (var other in replaceWith.Value.IsDefault ? [] : replaceWith.Value)
        {
            request.ReplaceWith.Add((await other.Urn.Data.ConfigureAwait(false)).Value);
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            request.ReplacementTrigger = WireTree.Value(await new Serializer().SerializeAsync("replacementTrigger", trigger).ConfigureAwait(false));
        }
    }

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

    private static bool AcceptResources => Environment.GetEnvironmentVariable("PULUMI_DISABLE_RESOURCE_REFERENCES") is not ("1" or "true" or "TRUE" or "True");

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

    private static Timeouts? Timeouts(CustomTimeouts? timeouts)
    {
        // A tick is 100 nanoseconds.
        static string Text(TimeSpan? span) => span is { } some ? some.Ticks.ToString(CultureInfo.InvariantCulture) + "00ns" : "";
        return timeouts is null ? null : new Timeouts { Create = Text(timeouts.Create), Update = Text(timeouts.Update), Delete = Text(timeouts.Delete) };
    }

    private sealed record Answer(string Urn, string? Id, Dictionary<string, WireValue> Object, bool Succeeded, Dictionary<string, ImmutableHashSet<Resource>> Dependencies);

    private sealed record Prepared(Dictionary<string, object?> Properties, string Parent, string Provider, Dictionary<string, string> Providers, HashSet<string> Dependencies, Dictionary<string, HashSet<string>> PropertyDependencies);
}
