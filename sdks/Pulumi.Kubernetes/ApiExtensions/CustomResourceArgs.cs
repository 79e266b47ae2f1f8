using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>Arguments of an object of a custom kind; derive from it and add the kind's own members.</summary>
/// <param name="apiVersion">The API group and version, such as <c>gateway.networking.k8s.io/v1</c>.</param>
/// <param name="kind">The kind.</param>
public abstract class CustomResourceArgs(string apiVersion, string kind) : ResourceArgs
{
    /// <summary>The API group and version.</summary>
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; } = apiVersion;

    /// <summary>The kind.</summary>
    [Input("kind")]
    public Input<string> Kind { get; } = kind;

    /// <summary>The metadata.</summary>
    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    internal string TypeToken { get; } = $"kubernetes:{apiVersion}:{kind}";
}
