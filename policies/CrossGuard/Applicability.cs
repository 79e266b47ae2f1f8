using System.Collections.Concurrent;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;
using Enforcement = LlmOpsSecure.Policies.Model.Enforcement;

namespace LlmOpsSecure.CrossGuard;

/// <summary>A session, and which of its policies have nothing to do with a resource: the engine counts those apart from the ones that passed. The answers depend only on the type, so they are made once a type.</summary>
internal sealed class Applicability(PolicySession session)
{
    private const int MaxTypes = 1_000; // whoever sends more types than any provider has must not fill the memory

    private readonly ConcurrentDictionary<string, PolicyNotApplicable[]> analyze = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PolicyNotApplicable[]> remediate = new(StringComparer.Ordinal);

    /// <summary>The session that judges.</summary>
    public PolicySession Session { get; } = session;

    /// <summary>The policies that do not judge resources of that type.</summary>
    public PolicyNotApplicable[] OfAnalyze(string type) => Cached(this.analyze, type, () =>
        from policy in this.Session.Active
        where policy is not StackPolicy && !this.Session.Concerns(policy, type)
        select Because(policy, OtherType(policy)));

    /// <summary>The policies that are to correct resources but not those of that type.</summary>
    public PolicyNotApplicable[] OfRemediate(string type) => Cached(this.remediate, type, () =>
        from policy in this.Session.Active
        where policy is not StackPolicy && this.Session.EnforcementOf(policy) == Enforcement.Remediate
        where !policy.CanRemediate || !this.Session.Concerns(policy, type)
        select Because(policy, policy.CanRemediate ? OtherType(policy) : "Policy does not implement remediateResource"));

    /// <summary>The stack policies that found nothing to judge in a stack.</summary>
    public IEnumerable<PolicyNotApplicable> OfAnalyzeStack(Stack stack, IReadOnlyList<PolicyReport> found)
    {
        var types = stack.Resources.Select(resource => TypeToken.Canonical(resource.Type)).ToHashSet(StringComparer.Ordinal);
        return from policy in this.Session.Active
               where policy is StackPolicy && policy.Info.Types.Count > 0
               where !policy.Info.Types.Any(type => types.Contains(TypeToken.Canonical(type))) && !found.Any(report => report.Policy == policy.Info)
               select Because(policy, OtherType(policy));
    }

    private static PolicyNotApplicable[] Cached(ConcurrentDictionary<string, PolicyNotApplicable[]> known, string type, Func<IEnumerable<PolicyNotApplicable>> make)
    {
        if (known.TryGetValue(type, out var found))
        {
            return found;
        }

        found = [.. make()];
        if (known.Count < MaxTypes)
        {
            known[type] = found;
        }

        return found;
    }

    private static PolicyNotApplicable Because(Policy policy, string reason) => new() { PolicyName = policy.Info.Id, Reason = reason };

    private static string OtherType(Policy policy) => policy.Info.Types switch
    {
        [] => "Policy only applies to resources that make pods",
        [var only] => $"Policy only applies to resources of type '{only}'",
        var several => $"Policy only applies to resources of the types '{string.Join("', '", several)}'",
    };
}
