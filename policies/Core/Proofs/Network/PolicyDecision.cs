using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Applies the policies that select a pod to its connections with one peer, tier by tier.</summary>
/// <param name="matches">Whether a rule's peers select the peer.</param>
/// <param name="destination">The pods at the receiving end, which give named ports their numbers; null for the world outside.</param>
/// <param name="lines">Collects what decided; null if nobody asks.</param>
internal readonly struct PolicyDecision(Func<NetworkRule, Truth> matches, Workload? destination, List<string>? lines)
{
    public Reach Of(TieredPolicies policies, string subject)
    {
        if (policies.IsEmpty)
        {
            lines?.Add($"no policy selects {subject}, so everything is allowed");
            return Reach.All;
        }

        var (allowed, open) = (Reach.None, Reach.All);
        this.Ordered(policies.Admin, ref allowed, ref open, out var passed);
        open = open.Union(passed);

        var (selected, spaces) = this.Namespaces(policies.Namespaced);
        allowed = allowed.Union(open.Intersect(spaces));
        open = open.Except(selected);

        this.Ordered(policies.Baseline, ref allowed, ref open, out passed);
        return allowed.Union(open).Union(passed);
    }

    // Administrators' rules decide one after the other; the first match counts.
    private void Ordered(IReadOnlyList<SelectedPolicy> policies, ref Reach allowed, ref Reach open, out Reach passed)
    {
        passed = Reach.None;
        foreach (var (policy, side, selects) in policies)
        {
            foreach (var rule in side.Rules)
            {
                var condition = PodTerm.Min(matches(rule), selects);
                if (condition == Truth.No)
                {
                    continue;
                }

                var matched = open.Intersect(rule.Connections(destination).When(condition));
                lines?.Add($"{policy.Name} {rule.Name} {(rule.Action switch { RuleAction.Allow => "allows", RuleAction.Pass => "passes on", _ => "denies" })} {matched.Possible}");
                open = rule.Action == RuleAction.Allow ? open.AfterAllowing(matched) : open.Except(matched);
                if (rule.Action == RuleAction.Allow)
                {
                    allowed = allowed.Union(matched);
                }
                else if (rule.Action == RuleAction.Pass)
                {
                    passed = passed.Union(matched);
                }
            }
        }
    }

    // Namespaces' policies add up: what any of them allows is allowed, what a deny rule names is not, and the rest is denied once one with default deny selects the pod.
    private (Reach Decided, Reach Allowed) Namespaces(IReadOnlyList<SelectedPolicy> policies)
    {
        var (allow, deny, isolated) = (Reach.None, Reach.None, Truth.No);
        var worst = ConnectionSet.All; // what is allowed however many of the policies that may select the pod really do
        foreach (var (policy, side, selects) in policies)
        {
            var own = Reach.None;
            foreach (var rule in side.Rules)
            {
                var condition = matches(rule);
                if (condition == Truth.No)
                {
                    continue;
                }

                var connections = rule.Connections(destination).When(condition);
                if (rule.Action == RuleAction.Deny)
                {
                    deny = deny.Union(connections.When(selects));
                    lines?.Add($"{policy.Name} {rule.Name} denies {connections.Possible}");
                }
                else
                {
                    own = own.Union(connections);
                    lines?.Add($"{policy.Name} {rule.Name} allows {connections.Possible}");
                }
            }

            if (own.IsDenied)
            {
                lines?.Add($"{policy.Name} {(selects == Truth.Yes ? "selects" : "may select")} the pods and has no rule for this peer");
            }

            allow = allow.Union(own.When(selects));
            if (side.DefaultDeny)
            {
                isolated = selects > isolated ? selects : isolated;
                worst = selects == Truth.Maybe ? worst.Intersect(own.Allowed) : worst;
            }
        }

        if (isolated == Truth.Maybe)
        {
            allow = new(allow.Allowed.Union(worst), ConnectionSet.All);
        }

        var decided = isolated == Truth.No ? deny.Union(allow) : Reach.All;
        return (decided, allow.Except(deny));
    }
}
