using System.Diagnostics.CodeAnalysis;

namespace LlmOpsSecure.Policies.Model;

/// <summary>A named set of policies.</summary>
/// <param name="name">The pack's name.</param>
/// <param name="version">Its version.</param>
/// <param name="description">What it is for, in one sentence.</param>
/// <param name="policies">Its policies, in any order.</param>
public sealed class PolicyPack(string name, string version, string description, IEnumerable<Policy> policies)
{
    private static readonly Lazy<PolicyPack> LazyKit = new(() => new("llmops-policies", typeof(PolicyPack).Assembly.GetName().Version!.ToString(3), "Rejects insecure deployments of self-hosted large language models.", Discover()));

    /// <summary>All policies of this assembly.</summary>
    public static PolicyPack Kit => LazyKit.Value;

    /// <summary>The pack's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its version.</summary>
    public string Version { get; } = version;

    /// <summary>What it is for, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>Its policies, ordered by id.</summary>
    public IReadOnlyList<Policy> Policies { get; } = [.. policies.OrderBy(policy => policy.Info.Id, StringComparer.Ordinal)];

    /// <summary>The policy of that id, or that had it; null if there is none.</summary>
    public Policy? Find(string id) => this.Policies.FirstOrDefault(policy => policy.Info.Id == id) ?? this.Policies.FirstOrDefault(policy => policy.Info.FormerIds.Contains(id));

    /// <summary>The pack with only the policies that the query picks.</summary>
    public PolicyPack Where(Func<PolicyInfo, bool> query) => new(this.Name, this.Version, this.Description, this.Policies.Where(policy => query(policy.Info)));

    /// <summary>Starts judging with these settings. Settings for a policy or parameter that does not exist throw <see cref="ArgumentException"/>.</summary>
    public PolicySession Start(PolicySettings? settings = null) => new(this, settings ?? PolicySettings.None);

    // The native executable keeps this assembly whole (TrimmerRootAssembly), so every policy and its constructor are there.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assembly is rooted when it is trimmed.")]
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The assembly is rooted when it is trimmed.")]
    private static IEnumerable<Policy> Discover() =>
        typeof(PolicyPack).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Policy)) && !type.IsAbstract).Select(type => (Policy)Activator.CreateInstance(type, nonPublic: true)!);
}
