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

    private static Timeouts? Timeouts(CustomTimeouts? timeouts)
    {
        // A tick is 100 nanoseconds.
        static string Text(TimeSpan? span) => span is { } some ? some.Ticks.ToString(CultureInfo.InvariantCulture) + "00ns" : "";
        return timeouts is null ? null : new Timeouts { Create = Text(timeouts.Create), Update = Text(timeouts.Update), Delete = Text(timeouts.Delete) };
    }

    private sealed record Answer(string Urn, string? Id, Dictionary<string, WireValue> Object, bool Succeeded, Dictionary<string, ImmutableHashSet<Resource>> Dependencies);
}
