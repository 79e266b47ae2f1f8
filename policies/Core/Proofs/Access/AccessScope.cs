using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Where a role holds: at a resource with all that it contains, at something below a resource, or at a whole subscription and more.</summary>
internal sealed record AccessScope
{
    /// <summary>The scope as it is written or, while that is not known, as it will be.</summary>
    public required string Text { get; init; }

    /// <summary>The resource that the scope is or lies in; null for what no resource of the stack is.</summary>
    public Resource? Resource { get; init; }

    /// <summary>Whether the scope is only a part of <see cref="Resource"/>, such as one secret of a vault.</summary>
    public Truth IsPart { get; init; }

    /// <summary>Whether the scope holds everything: a subscription, a management group, the tenant.</summary>
    public Truth IsEverything { get; init; }

    /// <summary>Whether the scope holds the resource as a whole.</summary>
    public Truth Covers(Resource target, Containment containment)
    {
        if (this.IsEverything == Truth.Yes)
        {
            return Truth.Yes;
        }

        if (this.Resource is null)
        {
            return this.IsEverything == Truth.Maybe ? Truth.Maybe : Containment.Under(this.Text, target);
        }

        return containment.IsWithin(target, this.Resource) ? Truth.Yes - (int)this.IsPart : Truth.No;
    }

    /// <summary>The scope, for a message.</summary>
    public override string ToString() => this.Text;
}
