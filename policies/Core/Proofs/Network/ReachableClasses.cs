namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Which classes of pods may let in which. Most let in only those that a rule names, so that most pairs need not be judged.</summary>
internal sealed class ReachableClasses
{
    private readonly IReadOnlyList<PodClass> all;
    private readonly List<PodClass> open;
    private readonly ILookup<PodClass, PodClass> named;

    /// <param name="classes">Every class.</param>
    /// <param name="isOpen">Whether a class may let in pods that no rule of its policies names.</param>
    public ReachableClasses(IReadOnlyList<PodClass> classes, Func<PodClass, bool> isOpen)
    {
        this.all = classes;
        this.open = [.. classes.Where(isOpen)];
        var selecting = classes.SelectMany(one => one.Selected.Keys, (one, term) => (one, term)).ToLookup(pair => pair.term, pair => pair.one, ReferenceEqualityComparer.Instance);
        this.named = classes.Except(this.open).SelectMany(target => target.Ingress.All.SelectMany(one => one.Side.Rules).SelectMany(rule => rule.Peers).SelectMany(term => selecting[term]).Distinct(), (target, source) => (source, target))
            .ToLookup(pair => pair.source, pair => pair.target);
    }

    /// <summary>The classes that may let in a class, each once; any may let in pods on the node's network.</summary>
    public IEnumerable<PodClass> From(PodClass source) => source.Example.HostNetwork == Sets.Truth.No ? this.open.Concat(this.named[source]) : this.all;
}
