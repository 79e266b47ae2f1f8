using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>Arguments of an object of a custom kind; derive from it and add the kind's own members.</summary>
/// <param name="apiVersion">The API group and version, such as <c>gateway.networking.k8s.io/v1</c>.</param>
/// <param name="kind">The kind.</param>
public abstract class CustomResourceArgs(string apiVersion, string kind) : ResourceArgs
{
    /// <summary>The API group and version.</summary>
    [Input("apiVersion", required: true)]
    public Input<string> ApiVersion { get; } = apiVersion;

    /// <summary>The kind.</summary>
    [Input("kind", required: true)]
    public Input<string> Kind { get; } = kind;

    /// <summary>The metadata.</summary>
    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    internal string TypeToken { get; } = $"kubernetes:{apiVersion}:{kind}";
}

/// <summary>An object of a custom kind.</summary>
public class CustomResource : KubernetesResource
{
    /// <summary>Registers an object of a custom kind.</summary>
    /// <param name="name">The name in the program.</param>
    /// <param name="args">The arguments, which tell the kind.</param>
    /// <param name="options">The options.</param>
    public CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
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
