namespace LlmOpsSecure.Policies.Model;

/// <summary>A policy that judges the pods which a resource makes, whatever its kind.</summary>
public abstract class WorkloadPolicy(PolicyInfo info) : Policy(info)
{
    /// <summary>What the policy has to say about the pods.</summary>
    public abstract IEnumerable<Finding> Check(PodSpec pod);

    /// <summary>The same with the settings' parameters; a policy that has parameters overrides this one.</summary>
    public virtual IEnumerable<Finding> Check(PodSpec pod, PolicyArguments arguments) => this.Check(pod);
}
