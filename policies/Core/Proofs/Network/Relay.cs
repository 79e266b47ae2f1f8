using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A Squid that pods run as a forward proxy, with the hosts that its configuration lets it fetch for others.</summary>
/// <param name="Workload">The proxy.</param>
/// <param name="Hosts">The hosts, where <c>*.</c> begins a name with all names below it; null where the configuration is not in the stack or lets hosts through that it does not name.</param>
public sealed record Relay(Workload Workload, IReadOnlyList<string>? Hosts)
{
    /// <summary>The relays of a cluster.</summary>
    internal static IEnumerable<Relay> In(Stack stack, IEnumerable<Workload> workloads)
    {
        var files = stack.OfType("kubernetes:core/v1:ConfigMap").ToLookup(map => (map["metadata.namespace"].AsText ?? "default", map["metadata.name"].AsText ?? map.Name));
        foreach (var workload in workloads)
        {
            if (workload.Spec["containers"].Items.Any(IsSquid))
            {
                var mounted = workload.Spec["volumes"].Items.Select(volume => volume["configMap.name"].AsText).OfType<string>().SelectMany(name => files[(workload.Namespace ?? "?", name)]);
                var texts = mounted.SelectMany(map => map["data"].Members).Where(file => file.Name.EndsWith("squid.conf", StringComparison.Ordinal)).Select(file => file.Field.AsText).ToList();
                yield return new(workload, texts is [{ } text] ? HostsOf(text) : null);
            }
        }
    }

    private static bool IsSquid(Field container) =>
        container["command"].Items.Any(word => word.AsText?.EndsWith("squid", StringComparison.Ordinal) == true)
        || (container["image"].AsText?.Split('@', ':')[0].Split('/')[^1] is { } image && image.Contains("squid", StringComparison.OrdinalIgnoreCase));

    // The first http_access line that matches decides; each line holds if all of its lists do.
    private static List<string>? HostsOf(string configuration)
    {
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var hosts = new List<string>();
        foreach (var line in configuration.Split('\n').Select(line => line.Split(' ', '\t', '\r') is var words ? words.Where(word => word.Length > 0).ToList() : []))
        {
            switch (line)
            {
                case ["acl", var name, "dstdomain", .. var values]:
                    lists.TryAdd(name, []);
                    lists[name].AddRange(values.Where(value => !value.StartsWith('-')).Select(value => value.StartsWith('.') ? "*" + value : value));
                    break;
                case ["http_access", "deny", "all"]:
                    return hosts;
                case ["http_access", "allow", .. var names] when names.Find(lists.ContainsKey) is { } named:
                    hosts.AddRange(lists[named]);
                    break;
                case ["http_access", "allow", ..]:
                    return null;
            }
        }

        return null; // without a last word the opposite of the last line holds
    }
}
