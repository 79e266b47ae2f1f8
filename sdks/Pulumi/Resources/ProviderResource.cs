using LlmOpsSecure.Protocol;

namespace Pulumi;

/// <summary>A provider with arguments of its own, for resources that do not use the default one.</summary>
public class ProviderResource : CustomResource
{
    /// <summary>Registers a provider.</summary>
    /// <param name="package">The package, such as <c>azure</c>.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, null)
    {
    }

    /// <summary>Registers a provider of a parameterised package.</summary>
    /// <param name="package">The package, such as <c>azure</c>.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <param name="registerPackageRequest">The package.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base($"pulumi:providers:{package}", name, args, options, dependency: false, registerPackageRequest) => this.Package = package;

    internal string Package { get; }

    /// <summary>How a request names the provider: URN and id, where an id that is not known is the unknown marker.</summary>
    internal async Task<string> ReferenceAsync()
    {
        var urn = await this.Urn.Data.ConfigureAwait(false);
        var id = await this.Id.Data.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : Signatures.Unknown)}";
    }
}
