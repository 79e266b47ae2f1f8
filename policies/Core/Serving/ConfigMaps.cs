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

    /// <summary>Reads the file at a path of the container, where a ConfigMap of the stack is mounted there.</summary>
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
            settings.SetVariable(name, value.AsText ?? value.AsNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? value.AsBoolean?.ToString() ?? "", entry, !value.IsUnknown);
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
        foreach (var mount in container["volumeMounts"].Items)
        {
            if (mount["mountPath"].AsText?.TrimEnd('/') is not { } at || !(path == at || path.StartsWith(at + "/", StringComparison.Ordinal)))
            {
                continue;
            }

            var volume = container.Pod["volumes"].Items.FirstOrDefault(one => one["name"].AsText is { } name && name == mount["name"].AsText);
            if (volume.Resource is null || this.Find(volume["configMap.name"]) is not { } map)
            {
                return null;
            }

            var inside = path == at ? mount["subPath"].AsText ?? "" : path[(at.Length + 1)..];
            var key = volume["configMap.items"].Items.FirstOrDefault(item => item["path"].AsText == inside);
            return map["data"].Member(key.Resource is null ? inside : key["key"].AsText ?? inside);
        }

        return null;
    }

    private Resource? Find(Field name) => name.AsText is { } text
        ? stack!.References(KubernetesTypes.ConfigMap, "metadata.name").Being(text).FirstOrDefault(map => (map["metadata.namespace"].AsText ?? "default") == container.Pod.Namespace)
        : null;
}
