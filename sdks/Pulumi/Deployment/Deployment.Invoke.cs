using System.Collections.Immutable;
using Google.Protobuf.Collections;
using LlmOpsSecure.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <content>Calls functions of providers and methods of resources.</content>
public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package, bool single) => new(this.InvokeOutputAsync<T>(token, args, options, package, single));

    internal async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package, bool single)
    {
        var serializer = new Serializer { KeepResources = await this.Supports("resourceReferences").ConfigureAwait(false) };
        var tree = await ArgumentsAsync(token, args, serializer).ConfigureAwait(false);
        var result = await this.CallFunctionAsync(token, tree, options, package).ConfigureAwait(false);
        return this.Result<T>(token, result, single).Value;
    }

    internal Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? package) => new(this.CallAsync<T>(token, args, self, options, package));

    private static void ThrowOnFailures(string token, RepeatedField<CheckFailure> failures)
    {
        if (failures.Count > 0)
        {
            throw new InvokeException($"Invoke of '{token}' failed: {string.Join("; ", failures.Select(failure => $"{failure.Reason} ({failure.Property})"))}");
        }
    }

    private async Task<OutputData<T>> InvokeOutputAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package, bool single)
    {
        var serializer = new Serializer { KeepResources = await this.Supports("resourceReferences").ConfigureAwait(false) };
        Dictionary<string, object?> tree;
        try
        {
            tree = await ArgumentsAsync(token, args, serializer).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Nobody may ever look at the output.
            this.Log(LogSeverity.Error, $"Error serializing arguments for invoke {token}: {error}");
            throw;
        }

        var resources = serializer.Resources.ToImmutableHashSet();
        var known = !serializer.SawUnknown;
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            var others = await dependsOn.ToOutput().Data.ConfigureAwait(false);
            known &= others.IsKnown;
            resources = resources.Union(others.Value.IsDefault ? [] : others.Value);
        }

        foreach (var resource in resources)
        {
            known = known && await IdIsKnownAsync(resource).ConfigureAwait(false);
        }

        if (!known)
        {
            return OutputData.Of(default(T)!, isKnown: false);
        }

        var result = await this.CallFunctionAsync(token, tree, options, package).ConfigureAwait(false);
        var data = this.Result<T>(token, result, single);
        return data with { Resources = data.Resources.Union(resources) };
    }

    // Before a resource exists, what it makes possible cannot be asked; a component exists when all in it does.
    private static async Task<bool> IdIsKnownAsync(Resource resource)
    {
        if (resource is CustomResource custom)
        {
            return (await custom.Id.Data.ConfigureAwait(false)).IsKnown;
        }

        foreach (var child in resource.Children)
        {
            if (!await IdIsKnownAsync(child).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<Dictionary<string, object?>> ArgumentsAsync(string token, InputArgs args, Serializer serializer)
    {
        var tree = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in await args.ToDictionaryAsync().ConfigureAwait(false))
        {
            if (await serializer.SerializeAsync($"invoke:{token}.{key}", value).ConfigureAwait(false) is { } one)
            {
                tree[key] = one;
            }
        }

        return tree;
    }

    private async Task<OutputData<object?>> CallFunctionAsync(string token, Dictionary<string, object?> arguments, InvokeOptions? options, RegisterPackageRequest? package)
    {
        var provider = options?.Provider ?? options?.Parent?.ProviderFor(token);
        var response = await this.Monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = token,
            Args = WireTree.Struct(arguments),
            Provider = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadUrl = options?.PluginDownloadURL ?? "",
            AcceptResources = AcceptResources,
            PackageRef = await this.PackageRefAsync(package).ConfigureAwait(false),
        }).ConfigureAwait(false);
        ThrowOnFailures(token, response.Failures);
        return Deserializer.StructValue(response.Return.Memory);
    }

    private OutputData<T> Result<T>(string token, OutputData<object?> result, bool single)
    {
        if (single)
        {
            result = result with { Value = (result.Value as ImmutableDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty).Values.First() };
        }

        return Converter.Convert<T>($"{token} result", result, message => this.Log(LogSeverity.Warning, message));
    }

    private async Task<OutputData<T>> CallAsync<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? package)
    {
        var serializer = new Serializer { KeepResources = await this.Supports("resourceReferences").ConfigureAwait(false) };
        var request = new ResourceCallRequest { Tok = token, Version = options?.Version ?? "", PluginDownloadUrl = options?.PluginDownloadURL ?? "", PackageRef = await this.PackageRefAsync(package).ConfigureAwait(false) };
        var arguments = await args.ToDictionaryAsync().ConfigureAwait(false);
        var tree = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in self is null ? arguments : arguments.SetItem("__self__", self))
        {
            var own = new Serializer { KeepResources = serializer.KeepResources };
            if (await own.SerializeAsync($"call:{token}.{key}", value).ConfigureAwait(false) is { } one)
            {
                tree[key] = one;
                var urns = new ArgumentDependencies();
                urns.Urns.AddRange(await DependencyUrnsAsync(own.Resources, null).ConfigureAwait(false));
                request.ArgDependencies[key] = urns;
            }
        }

        request.Args = WireTree.Struct(tree);
        var provider = options?.Provider ?? self?.ProviderFor(token) ?? options?.Parent?.ProviderFor(token);
        request.Provider = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
        var response = await this.Monitor.CallAsync(request).ConfigureAwait(false);
        ThrowOnFailures(token, response.Failures);
        var data = Converter.Convert<T>($"{token} result", Deserializer.StructValue(response.Return.Memory), message => this.Log(LogSeverity.Warning, message));
        var dependencies = response.ReturnDependencies.Values.SelectMany(list => list.Urns).Select(urn => (Resource)new DependencyResource(urn));
        return data with { Resources = data.Resources.Union(dependencies) };
    }

    private sealed class InvokeException(string message) : Exception(message);
}
