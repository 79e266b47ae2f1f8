namespace LlmOpsSecure.Policies.Model;

/// <summary>A policy that judges the pods which a resource makes, whatever its kind.</summary>
public abstract class WorkloadPolicy(PolicyInfo info) : Policy(info)
{
    /// <summary>What the policy has to say about the pods.</summary>
    public abstract IEnumerable<Finding> Check(PodSpec pod);

    /// <summary>The same with the settings' parameters; a policy that has parameters overrides this one.</summary>
    public virtual IEnumerable<Finding> Check(PodSpec pod, PolicyArguments arguments) => this.Check(pod);

    /// <summary>What can be said only with the other objects of the stack at hand, and was not said about the pods alone; nothing by default.</summary>
    public virtual IEnumerable<Finding> Check(Stack stack) => [];
}
