namespace LlmOpsSecure.Cli.Engine;

/// <summary>What a run has made so far, in the order of making. Safe to call from many threads.</summary>
internal sealed class LiveResources
{
    private readonly Lock gate = new();
    private readonly List<string> order = [];
    private readonly Dictionary<string, (ResourceState State, Registration Wanted)> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> stopped = new(StringComparer.Ordinal);

    /// <summary>All resources, in the order of their making.</summary>
    public IReadOnlyList<ResourceState> All
    {
        get
        {
            lock (this.gate)
            {
                return [.. this.order.Select(urn => this.entries[urn].State)];
            }
        }
    }

    /// <summary>The resource of that URN; null if it was not made.</summary>
    public ResourceState? Find(string urn)
    {
        lock (this.gate)
        {
            return this.entries.TryGetValue(urn, out var entry) ? entry.State : null;
        }
    }

    /// <summary>What the program wanted of the resource of that URN; null if it was not made.</summary>
    public Registration? Wanted(string urn)
    {
        lock (this.gate)
        {
            return this.entries.TryGetValue(urn, out var entry) ? entry.Wanted : null;
        }
    }

    /// <summary>Whether the program registered that URN, made or not.</summary>
    public bool IsRegistered(string urn) => this.IsStopped(urn) || this.Find(urn) is not null;

    /// <summary>Whether the resource was not made because it was refused, or needs something that was.</summary>
    public bool IsStopped(string urn)
    {
        lock (this.gate)
        {
            return this.stopped.Contains(urn);
        }
    }

    /// <summary>Adds a resource that was made; how many there are now.</summary>
    public int Add(ResourceState state, Registration wanted)
    {
        lock (this.gate)
        {
            this.entries[state.Urn] = (state, wanted);
            this.order.Add(state.Urn);
            return this.order.Count;
        }
    }

    /// <summary>Notes a resource that is not made.</summary>
    public void Stop(string urn)
    {
        lock (this.gate)
        {
            this.stopped.Add(urn);
        }
    }

    /// <summary>Changes a resource; false if there is none of that URN.</summary>
    public bool Change(string urn, Func<ResourceState, ResourceState> change)
    {
        lock (this.gate)
        {
            if (!this.entries.TryGetValue(urn, out var entry))
            {
                return false;
            }

            this.entries[urn] = entry with { State = change(entry.State) };
            return true;
        }
    }

    /// <summary>Whether one of the resources is still to be made: a component stands for all that is below it, down to the first resource of a provider.</summary>
    public bool AnyPending(IEnumerable<string> urns)
    {
        var all = this.All;
        var open = new Queue<string>(urns);
        for (var seen = new HashSet<string>(StringComparer.Ordinal); open.TryDequeue(out var urn);)
        {
            if (!seen.Add(urn) || this.Find(urn) is not { } state)
            {
                continue;
            }

            if (state is { IsCustom: true, Id: null })
            {
                return true;
            }

            foreach (var child in state.IsCustom ? [] : all.Where(one => one.Parent == urn))
            {
                open.Enqueue(child.Urn);
            }
        }

        return false;
    }
}
