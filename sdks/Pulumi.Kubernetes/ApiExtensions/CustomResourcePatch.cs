namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>A change to an object of a custom kind that already exists.</summary>
public class CustomResourcePatch : KubernetesResource
{
    /// <summary>Registers a change to an object of a custom kind.</summary>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments, which tell the kind.</param>
    /// <param name="options">The options.</param>
    public CustomResourcePatch(string name, CustomResourcePatchArgs args, CustomResourceOptions? options = null)
        : base(args.TypeToken, name, args, options)
    {
    }

    /// <summary>The API group and version.</summary>
    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    /// <summary>The kind.</summary>
    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    /// <summary>The metadata.</summary>
    [Output("metadata")]
    public Output<Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;
}
