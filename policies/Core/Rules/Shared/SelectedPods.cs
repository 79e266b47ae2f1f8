using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The labels of a stack's pods, by namespace and by label: so a policy tells selectors that find no pod, in a time that does not grow with the stack.</summary>
internal sealed class SelectedPods
{
    private readonly ILookup<string, IReadOnlyDictionary<string, string?>> bySpace;
    private readonly ILookup<(string Namespace, string Label, string? Value), IReadOnlyDictionary<string, string?>> byLabel;
    private readonly bool isCertain;

    private SelectedPods(Stack stack)
    {
        var pods = stack.Pods.Select(pod => (pod.Namespace, Labels: KubernetesObject.ReadLabels(pod.Metadata), pod.Metadata["labels"].IsUnknown)).ToList();
        this.isCertain = pods.Count > 0 && stack.Once(ClusterObjects.Of).IsWhole && pods.All(pod => pod.Namespace is not null && !pod.IsUnknown && !pod.Labels.Values.Contains(null));
        this.bySpace = pods.ToLookup(pod => pod.Namespace ?? "", pod => pod.Labels, StringComparer.Ordinal);
        this.byLabel = pods.SelectMany(pod => pod.Labels.Select(label => (Key: (pod.Namespace ?? "", label.Key, label.Value), pod.Labels))).ToLookup(one => one.Key, one => one.Labels);
    }

    /// <summary>The pods of a stack.</summary>
    public static SelectedPods Of(Stack stack) => new(stack);

    /// <summary>Whether it is certain that the selector finds no pod of the namespace: the stack has pods, all of them are known, and none has the labels.</summary>
    /// <param name="space">The namespace; null while it is not known.</param>
    /// <param name="selector">The selector.</param>
    /// <param name="labels">Its plain labels.</param>
    public bool AreNone(string? space, LabelSelector selector, Field labels)
    {
        if (!this.isCertain || space is null)
        {
            return false;
        }

        var candidates = labels.Members.Where(label => label.Field.IsKnown).Select(label => this.byLabel[(space, label.Name, LabelSelector.TextOf(label.Field))]).MinBy(pods => pods.Count()) ?? this.bySpace[space];
        return !candidates.Any(pod => selector.Matches(pod) != Truth.No);
    }
}
