namespace LlmOpsSecure.Policies.Model;

/// <summary>The values of a policy's parameters: those of the settings, else the defaults.</summary>
public sealed class PolicyArguments
{
    private readonly Dictionary<string, PropertyValue> values = new(StringComparer.Ordinal);

    /// <summary>Takes the settings' values for the policy's parameters; a name that the policy does not have throws <see cref="PolicySettingsException"/>.</summary>
    public PolicyArguments(PolicyInfo info, IReadOnlyDictionary<string, PropertyValue> given, DateOnly today)
    {
        this.Today = today;
        foreach (var parameter in info.Parameters)
        {
            this.values[parameter.Name] = given.TryGetValue(parameter.Name, out var value) ? value : PropertyValue.Parse(parameter.Default);
        }

        foreach (var name in given.Keys)
        {
            if (!this.values.ContainsKey(name))
            {
                var allowed = info.Parameters.Count == 0 ? "it has no parameters" : $"allowed: {string.Join(", ", this.values.Keys)}";
                throw new PolicySettingsException($"The policy '{info.Id}' has no parameter '{name}'; {allowed}.");
            }
        }
    }

    /// <summary>The day on which the stack is judged; what depends on age uses it.</summary>
    public DateOnly Today { get; }

    /// <summary>The value of a parameter.</summary>
    public PropertyValue this[string name] => this.values[name];
}
