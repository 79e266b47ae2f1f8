using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Compares the inputs that a state holds with those of a program.</summary>
/// <param name="secrets">Tells whether a secret of the state hides a value.</param>
internal sealed class PropertyChanges(StateSecrets secrets)
{
    private const int MostItemsNamed = 20;

    /// <summary>The paths at which the maps differ, leaving out what engine and providers keep for themselves; ordered.</summary>
    public IReadOnlyList<string> Between(PropertyValue old, PropertyValue now)
    {
        var found = new List<string>();
        this.Collect("", EngineValues.WithoutInternals(old), EngineValues.WithoutInternals(now), found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Whether the values are the same.</summary>
    public bool Same(PropertyValue? old, PropertyValue? now)
    {
        var found = new List<string>();
        this.Collect("", old, now, found);
        return found.Count == 0;
    }

    private void Collect(string path, PropertyValue? old, PropertyValue? now, List<string> found)
    {
        if (IsNothing(old) || IsNothing(now))
        {
            if (IsNothing(old) != IsNothing(now))
            {
                found.Add(path);
            }

            return;
        }

        if (old!.Kind == PropertyKind.Secret || now!.Kind == PropertyKind.Secret)
        {
            // A secret that became plain, or the other way, is no change of the value; one that nobody can open counts as it was.
            if (old.Kind == PropertyKind.Secret && StateSecrets.IsDigest(old.Inner, out var digest))
            {
                if (now!.Kind != PropertyKind.Secret || HasChanged(digest, now.Inner))
                {
                    found.Add(path);
                }
            }
            else if (!(old.Kind == PropertyKind.Secret && old.Inner.Kind == PropertyKind.Unknown && now!.Kind == PropertyKind.Secret))
            {
                this.Collect(path, Open(old), Open(now!), found);
            }

            return;
        }

        if (old.Kind != now.Kind)
        {
            found.Add(path);
            return;
        }

        switch (old.Kind)
        {
            case PropertyKind.Map:
                foreach (var name in old.Members.Select(member => member.Key).Union(now.Members.Select(member => member.Key), StringComparer.Ordinal))
                {
                    if (name != "__defaults")
                    {
                        this.Collect(PropertyPath.Append(path, name), old[name], now[name], found);
                    }
                }

                break;
            case PropertyKind.List when Math.Max(old.Items.Count, now.Items.Count) <= MostItemsNamed:
                for (var i = 0; i < Math.Max(old.Items.Count, now.Items.Count); i++)
                {
                    this.Collect($"{path}[{i}]", i < old.Items.Count ? old.Items[i] : null, i < now.Items.Count ? now.Items[i] : null, found);
                }

                break;
            case PropertyKind.List:
                if (old.Items.Count != now.Items.Count || old.Items.Zip(now.Items).Any(pair => !this.Same(pair.First, pair.Second)))
                {
                    found.Add(path);
                }

                break;
            default:
                if (old.Kind switch { PropertyKind.Boolean => old.Boolean != now.Boolean, PropertyKind.Number => !old.Number.Equals(now.Number), PropertyKind.Text => old.Text != now.Text, _ => true })
                {
                    found.Add(path);
                }

                break;
        }

        bool HasChanged(string known, PropertyValue value) => secrets.DigestOf(value) != known;
    }

    private static bool IsNothing(PropertyValue? value) => value is null or { Kind: PropertyKind.Null };

    private static PropertyValue Open(PropertyValue value) => value.Kind == PropertyKind.Secret ? value.Inner : value;
}
