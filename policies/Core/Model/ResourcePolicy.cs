namespace LlmOpsSecure.Policies.Model;

/// <summary>A policy that judges one resource by itself.</summary>
public abstract class ResourcePolicy(PolicyInfo info) : Policy(info)
{
    /// <summary>What the policy has to say about a resource of one of its types.</summary>
    public abstract IEnumerable<Finding> Check(Resource resource);

    /// <summary>The same with the settings' parameters; a policy that has parameters overrides this one.</summary>
    public virtual IEnumerable<Finding> Check(Resource resource, PolicyArguments arguments) => this.Check(resource);
}
