namespace LlmOpsSecure.Policies.Model;

/// <summary>Something that a deployment must keep to. Policies hold no state: one instance judges many resources at once.</summary>
/// <param name="info">What there is to say about it.</param>
public abstract class Policy(PolicyInfo info)
{
    /// <summary>What there is to say about it.</summary>
    public PolicyInfo Info { get; } = info;

    /// <summary>Whether the policy can correct a resource.</summary>
    public virtual bool CanRemediate => this.Info.Corrections.Count > 0;

    /// <summary>The resource's properties with the policy's corrections applied and nothing else changed; null if there is nothing to correct, or no safe way.</summary>
    public virtual PropertyValue? Remediate(Resource resource)
    {
        var violations = this.Violations(resource);
        PropertyValue? corrected = violations.Count == 0 ? null : resource.Properties;
        foreach (var violation in violations)
        {
            var steps = PropertyPath.Steps(violation.Path);
            var correction = steps.Count == 0 ? null : this.Info.Corrections.FirstOrDefault(one => Equals(one.Property, steps[^1]));
            corrected = correction is null || corrected is null ? null : PropertyPath.With(corrected, steps, PropertyValue.Parse(correction.Value));
        }

        return corrected is not null && this.Violations(resource.With(corrected)).Count == 0 ? corrected : null;
    }

    private List<Violation> Violations(Resource resource) => [.. (this switch
    {
        ResourcePolicy rule => rule.Check(resource),
        WorkloadPolicy rule => PodSpec.Of(resource).SelectMany(rule.Check),
        _ => [],
    }).OfType<Violation>()];
}
