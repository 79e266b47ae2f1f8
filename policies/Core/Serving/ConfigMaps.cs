using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>What a container takes from objects of the cluster: variables, and the file that its server reads.</summary>
internal sealed class ConfigMaps(Container container, Stack? stack)
{
    /// <summary>Reads <c>env</c> and, where the stack is at hand, <c>envFrom</c>.</summary>
    public void ReadVariables(ServerSettings settings)
    {
        foreach (var source in container["envFrom"].Items)
        {
            if (source["configMapRef"].IsAbsent)
            {
                settings.HasUnknownVariables = true; // a Secret's keys are nobody's to read
            }
            else if (stack is null)
            {
                settings.VariablesElsewhere = true;
            }
            else if (this.Find(source["configMapRef.name"]) is { } map)
            {
                foreach (var (name, value) in map["data"].Members)
                {
                    settings.SetVariable((source["prefix"].AsText ?? "") + name, value.AsText, value, value.IsKnown);
                }
            }
            else
            {
                settings.HasUnknownVariables = true;
            }
        }

        settings.HasUnknownVariables |= container["env"].IsUnknown || container["envFrom"].IsUnknown;
        foreach (var entry in container["env"].Items)
        {
            if (entry["name"].AsText is { } name)
            {
                this.ReadVariable(settings, name, entry);
            }
            else
            {
                settings.HasUnknownVariables |= entry.IsUnknown || entry["name"].IsUnknown;
            }
        }
    }

    /// <summary>The script at a path of the container, where a ConfigMap is mounted there; null where none is, or the stack is not at hand.</summary>
    public Field? Script(string path, ServerSettings settings)
    {
        settings.OptionsElsewhere |= stack is null && this.Sources(path).Any();
        return stack is not null && this.FileAt(path) is { IsKnown: true, AsText: not null } file ? file : null;
    }

    /// <summary>Reads the configuration file at a path of the container, where a ConfigMap of the stack is mounted there.</summary>
    public void ReadFile(string path, ServerSettings settings)
    {
        if (stack is null)
        {
            settings.OptionsElsewhere = true;
            return;
        }

        if (this.FileAt(path) is not { IsKnown: true, AsText: { } text } file)
        {
            settings.ReadWords([new(null, container.Field)]);
            return;
        }

        foreach (var (name, value) in ConfigurationFile.Read(text))
        {
            settings.AddFile(name, value, file);
        }
    }

    private void ReadVariable(ServerSettings settings, string name, Field entry)
    {
        var reference = entry["valueFrom.configMapKeyRef"];
        if (entry["valueFrom"].IsAbsent)
        {
            var value = entry["value"];
            settings.SetVariable(name, value.AsText ?? value.AsNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? value.AsBoolean?.ToString() ?? "", value.IsSecret ? value : entry, !value.IsUnknown);
        }
        else if (!reference.IsAbsent && stack is null)
        {
            settings.VariablesElsewhere = true;
            settings.SetVariable(name, null, entry, known: false);
        }
        else if (!reference.IsAbsent && stack is not null && this.Find(reference["name"]) is { } map && map["data"].Member(reference["key"].AsText ?? "") is { IsKnown: true } found)
        {
            settings.SetVariable(name, found.AsText, found);
        }
        else
        {
            settings.SetVariable(name, null, entry, known: false);
        }
    }

    private Field? FileAt(string path)
    {
        foreach (var (name, items, inside) in this.Sources(path))
        {
            var key = items.Items.FirstOrDefault(item => item["path"].AsText == inside);
            if (this.Find(name)?["data"].Member(key.Resource is null ? inside : key["key"].AsText ?? inside) is { IsAbsent: false } file)
            {
                return file;
            }
        }

        return null;
    }

    // The ConfigMaps that may hold the file at a path: their names, the keys that are taken, and the path below the mount.
    private IEnumerable<(Field Name, Field Items, string Inside)> Sources(string path)
    {
        path = path.StartsWith('/') || container["workingDir"].AsText is not { } folder ? path : $"{folder.TrimEnd('/')}/{(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path)}";
        foreach (var mount in container["volumeMounts"].Items)
        {
            var volume = container.Pod["volumes"].Items.FirstOrDefault(one => one["name"].AsText is { } name && name == mount["name"].AsText);
            if (volume.Resource is not null && mount["mountPath"].AsText?.TrimEnd('/') is { } at && (path == at || path.StartsWith(at + "/", StringComparison.Ordinal)))
            {
                var inside = path == at ? mount["subPath"].AsText ?? "" : path[(at.Length + 1)..];
                foreach (var map in volume["projected.sources"].Items.Select(source => source["configMap"]).Prepend(volume["configMap"]).Where(map => !map.IsAbsent))
                {
                    yield return (map["name"], map["items"], inside);
                }
            }
        }
    }

    private Resource? Find(Field name) => name.AsText is { } text
        ? stack!.References(KubernetesTypes.ConfigMap, "metadata.name").Being(text).FirstOrDefault(map => (map["metadata.namespace"].AsText ?? "default") == container.Pod.Namespace)
        : null;
}
