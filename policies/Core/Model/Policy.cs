namespace LlmOpsSecure.Policies.Model;

/// <summary>Something that a deployment must keep to. Policies hold no state: one instance judges many resources at once.</summary>
/// <param name="info">What there is to say about it.</param>
public abstract class Policy(PolicyInfo info)
{
    /// <summary>What there is to say about it.</summary>
    public PolicyInfo Info { get; } = info;

    /// <summary>Whether the policy can correct a resource.</summary>
    public virtual bool CanRemediate => false;

    /// <summary>The resource's properties with the policy's correction applied and nothing else changed; null if there is nothing to correct, or no safe way.</summary>
    public virtual PropertyValue? Remediate(Resource resource) => null;
}
