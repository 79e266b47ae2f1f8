namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>A resource to be judged.</summary>
/// <param name="State">The resource.</param>
/// <param name="Provider">The provider that serves it; null for components and providers.</param>
internal readonly record struct Subject(ResourceState State, ResourceState? Provider);
