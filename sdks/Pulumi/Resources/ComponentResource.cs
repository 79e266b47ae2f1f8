using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>A resource made of others, which it groups in the tree.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="options">The options.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Registers a component; a remote one is made by a provider, which takes the arguments.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <param name="remote">Whether a provider makes it.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, null)
    {
    }

    /// <summary>Registers a component of a parameterised package.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <param name="remote">Whether a provider makes it.</param>
    /// <param name="registerPackageRequest">The package.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options, bool remote, RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote, dependency: false, registerPackageRequest)
    {
    }

    /// <summary>Says that the component is complete, with its properties marked <see cref="OutputAttribute"/> as outputs.</summary>
    protected void RegisterOutputs() => this.RegisterOutputs(this.DeclaredOutputs());

    /// <summary>Says that the component is complete, with these outputs.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => this.RegisterOutputs(Task.FromResult(outputs ?? throw new ArgumentNullException(nameof(outputs))));

    /// <summary>Says that the component is complete, with these outputs.</summary>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => this.RegisterOutputs(Output.Create(outputs ?? throw new ArgumentNullException(nameof(outputs))));

    /// <summary>Says that the component is complete, with these outputs.</summary>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => Deployment.InternalInstance.RegisterOutputs(this, outputs ?? throw new ArgumentNullException(nameof(outputs)));

    private protected virtual IDictionary<string, object?> DeclaredOutputs() =>
        OutputProperties(this).Where(property => property.DeclaringType != typeof(Resource)).ToDictionary(NameOf, property => property.GetValue(this));

    private protected static IEnumerable<PropertyInfo> OutputProperties(Resource resource) =>
        resource.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(property => property.GetCustomAttribute<OutputAttribute>() is not null);

    private protected static string NameOf(PropertyInfo property) => property.GetCustomAttribute<OutputAttribute>()!.Name ?? property.Name;
}
