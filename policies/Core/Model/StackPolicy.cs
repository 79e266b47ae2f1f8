namespace LlmOpsSecure.Policies.Model;

/// <summary>A policy that judges how the resources of a stack stand to each other.</summary>
public abstract class StackPolicy(PolicyInfo info) : Policy(info)
{
    /// <summary>What the policy has to say about the stack.</summary>
    public abstract IEnumerable<Finding> Check(Stack stack);

    /// <summary>The same with the settings' parameters; a policy that has parameters overrides this one.</summary>
    public virtual IEnumerable<Finding> Check(Stack stack, PolicyArguments arguments) => this.Check(stack);
}
