namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Where zones and boxes lie: callers outside on the left, then namespaces by how many others a connection has passed, destinations outside on the right. Lengths are pixels.</summary>
internal sealed class NetworkLayout
{
    public const int NodeWidth = 180;
    public const int NodeHeight = 36;
    public const int ZoneWidth = 200;
    private const int Between = 150; // for arrows and their labels
    private const int Gap = 16;
    private const int Head = 28;
    private const int MostZones = 300;

    public NetworkLayout(IReadOnlyList<NetworkPlace> places, IReadOnlyList<(NetworkPlace From, NetworkPlace To)> edges)
    {
        var zones = places.GroupBy(place => place.Zone).OrderBy(zone => zone.Key, StringComparer.Ordinal).Take(MostZones).ToList();
        var columns = Columns([.. zones.Select(zone => zone.Key)], [.. edges.Select(edge => (edge.From.Zone, edge.To.Zone)).Where(edge => edge.Item1 != edge.Item2).Distinct()]);
        var used = columns.Values.Where(column => column >= 0).Distinct().Order().ToList();
        var ends = used.ToDictionary(column => column, column => Gap + (column % 2 * (NodeHeight + Gap) / 2)); // staggered, so that a straight line passes between boxes
        if (ends.Count == 0)
        {
            ends[0] = Gap;
            used.Add(0);
        }

        // A zone without a connection goes where there is room, but not to the world outside.
        var inside = used.Where(column => columns.Any(one => one.Value == column && one.Key is not (NetworkPlace.Sources or NetworkPlace.Targets))).DefaultIfEmpty(used[0]).ToList();
        foreach (var zone in zones.OrderBy(zone => columns[zone.Key] < 0).ThenBy(zone => zone.Key, StringComparer.Ordinal))
        {
            var column = columns[zone.Key] >= 0 ? columns[zone.Key] : inside.MinBy(one => (ends[one], one));
            var (x, y) = (Gap + (used.IndexOf(column) * (ZoneWidth + Between)), ends[column]);
            var at = y + Head;
            foreach (var place in zone.OrderBy(place => place.Name, StringComparer.Ordinal))
            {
                this.Nodes[place] = (x + ((ZoneWidth - NodeWidth) / 2), at);
                at += NodeHeight + Gap;
            }

            this.Zones[zone.Key] = (x, y, at - y);
            ends[column] = at + Gap;
        }

        this.Width = (used.Count * (ZoneWidth + Between)) - Between + (2 * Gap) + 70; // arrows within the last column bend out
        this.Height = ends.Values.Max();
    }

    public int Width { get; }

    public int Height { get; }

    public Dictionary<string, (int X, int Y, int Height)> Zones { get; } = new(StringComparer.Ordinal);

    public Dictionary<NetworkPlace, (int X, int Y)> Nodes { get; } = [];

    // Breadth first from the zones that nothing leads to; in a cycle the first by name begins. -1 for a zone without any connection.
    private static Dictionary<string, int> Columns(List<string> zones, List<(string From, string To)> edges)
    {
        var inside = zones.Where(zone => zone is not (NetworkPlace.Sources or NetworkPlace.Targets)).ToList();
        var links = edges.Where(edge => inside.Contains(edge.From) && inside.Contains(edge.To)).ToLookup(edge => edge.From, edge => edge.To);
        var reached = links.SelectMany(group => group).ToHashSet(StringComparer.Ordinal);
        var columns = zones.ToDictionary(zone => zone, _ => -1, StringComparer.Ordinal);
        foreach (var start in inside.Where(zone => edges.Any(edge => edge.From == zone || edge.To == zone)).OrderBy(reached.Contains).ThenBy(zone => zone, StringComparer.Ordinal))
        {
            if (columns[start] >= 0)
            {
                continue;
            }

            columns[start] = 1;
            var queue = new Queue<string>([start]);
            while (queue.TryDequeue(out var at))
            {
                foreach (var next in links[at].Where(next => columns[next] < 0))
                {
                    columns[next] = columns[at] + 1;
                    queue.Enqueue(next);
                }
            }
        }

        var last = columns.Values.Append(0).Max() + 1;
        foreach (var zone in zones.Except(inside))
        {
            columns[zone] = zone == NetworkPlace.Sources ? 0 : last;
        }

        return columns;
    }
}
