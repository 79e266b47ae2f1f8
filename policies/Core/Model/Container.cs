namespace LlmOpsSecure.Policies.Model;

/// <summary>When a container of a pod runs.</summary>
public enum ContainerRole
{
    /// <summary>Before the others, or beside them if it always restarts.</summary>
    Init,

    /// <summary>As long as the pod.</summary>
    Normal,

    /// <summary>For debugging, added to a running pod.</summary>
    Ephemeral,
}

/// <summary>A container of a pod.</summary>
/// <param name="Field">The container object.</param>
/// <param name="Role">When it runs.</param>
/// <param name="Pod">The pod.</param>
public sealed record Container(Field Field, ContainerRole Role, PodSpec Pod)
{
    /// <summary>The name; empty if absent or not known.</summary>
    public string Name => this.Field["name"].AsText ?? "";

    /// <summary>The place below the container.</summary>
    public Field this[string path] => this.Field[path];

    /// <summary>The container's security setting of that name, or the pod's if the container has none.</summary>
    public Field SecuritySetting(string name)
    {
        var own = this.Field["securityContext"].Member(name);
        return own.IsAbsent ? this.Pod.Spec["securityContext"].Member(name) : own;
    }

    /// <summary>Command and arguments in order; an entry that is not known is null.</summary>
    public IReadOnlyList<string?> CommandLine => [.. this.Field["command"].Items.Concat(this.Field["args"].Items).Select(part => part.IsUnknown ? null : part.AsText ?? part.Value?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The environment variable of that name, as its entry in <c>env</c>; absent if there is none.</summary>
    public Field Variable(string name)
    {
        foreach (var entry in this.Field["env"].Items)
        {
            if (entry["name"].AsText == name)
            {
                return entry;
            }
        }

        return this.Field.Member("env").Member(name);
    }
}
