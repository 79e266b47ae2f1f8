namespace Pulumi.Kubernetes;

/// <summary>A resource of the Kubernetes provider.</summary>
/// <param name="type">The type token.</param>
/// <param name="name">The name in the program.</param>
/// <param name="args">The arguments.</param>
/// <param name="options">The options.</param>
public abstract class KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null) : global::Pulumi.CustomResource(type, name, args, options);
