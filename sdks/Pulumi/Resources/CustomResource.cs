namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers a resource of the type.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, dependency: false, null)
    {
    }

    /// <summary>Registers a resource of a type of a parameterised package.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <param name="registerPackageRequest">The package.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options, dependency: false, registerPackageRequest)
    {
    }

    private protected CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options, bool dependency, RegisterPackageRequest? package)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false, dependency, package)
    {
    }

    /// <summary>The id that the provider gave; unknown in a preview of a new resource.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}

/// <summary>Stands for a resource that was registered elsewhere.</summary>
internal sealed class DependencyResource : Resource
{
    public DependencyResource(string urn)
        : base("", "", custom: false, ResourceArgs.Empty, new ComponentResourceOptions(), dependency: true) => this.Urn = new Output<string>(Task.FromResult(new OutputData<string>([this], urn, true, false)));
}

/// <summary>Stands for a custom resource that was registered elsewhere; an empty id is unknown.</summary>
internal sealed class DependencyCustomResource : CustomResource
{
    public DependencyCustomResource(string urn, string id)
        : base("", "", null, null, dependency: true, null)
    {
        this.Urn = new Output<string>(Task.FromResult(new OutputData<string>([this], urn, true, false)));
        this.Id = new Output<string>(Task.FromResult(new OutputData<string>([this], id, id.Length > 0, false)));
    }
}
