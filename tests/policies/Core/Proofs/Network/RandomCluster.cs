namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

internal sealed record RandomPod(string Space, string Name, Dictionary<string, string> Labels, (string Protocol, int Port)[] Web);

internal sealed record RandomSelector(Dictionary<string, string> Labels, (string Key, string Operator, string[] Values)? Expression);

/// <summary>Who a rule is about: pods, namespaces, both, or addresses; of Cilium also an entity.</summary>
internal sealed record RandomPeer(RandomSelector? Pods, RandomSelector? Spaces, string? Cidr, string? Except, string? Entity);

internal sealed record RandomPort(string? Protocol, int? First, int? Last, string? Name);

internal sealed record RandomRule(string Action, RandomPeer[]? Peers, RandomPort[]? Ports);

/// <summary>A policy of one of five kinds: NetworkPolicy, AdminNetworkPolicy, BaselineAdminNetworkPolicy, ClusterNetworkPolicy, CiliumNetworkPolicy. A side that is null is not there.</summary>
internal sealed record RandomPolicy(string Kind, string Space, int Priority, RandomSelector Subject, RandomSelector? SubjectSpaces, RandomRule[]? Ingress, RandomRule[]? Egress, bool TypesGiven)
{
    public string Tier => this.Kind switch { "AdminNetworkPolicy" => "Admin", "BaselineAdminNetworkPolicy" => "Baseline", "ClusterNetworkPolicy" => this.Priority % 2 == 0 ? "Admin" : "Baseline", _ => "Namespace" };
}

/// <summary>A small cluster, as objects and as what the one-by-one evaluator reads.</summary>
internal sealed class RandomCluster
{
    public static readonly int[] Ports = [79, 80, 81, 443];
    public static readonly string[] Addresses = ["10.0.0.1", "10.9.0.1", "8.8.8.8", "fd00::1", "fd00:9::1", "2a00::1"];
    private static readonly string[] Spaces = ["a", "b"];
    private static readonly string[] Values = ["x", "y"];
    private static readonly string[] Protocols = ["TCP", "UDP", "SCTP"];
    private readonly Random random;

    /// <param name="random">Where the cluster comes from.</param>
    /// <param name="kinds">The kinds of policies that may be in it.</param>
    public RandomCluster(Random random, params string[] kinds)
    {
        this.random = random;
        this.Pods = [.. Enumerable.Range(0, random.Next(2, 5)).Select(index => new RandomPod(this.Pick(Spaces), $"p{index}", this.Labels(),
            [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => (this.Pick(Protocols), random.Next(79, 82)))]))];
        this.Policies = [.. Enumerable.Range(0, random.Next(0, 4)).Select(index => this.Policy(this.Pick(kinds), index))];
        if (this.Policies.Count(policy => policy.Kind == "BaselineAdminNetworkPolicy") is > 1 and var many)
        {
            this.Policies = [.. this.Policies.Where(policy => policy.Kind != "BaselineAdminNetworkPolicy" || --many == 0)]; // there is one of it
        }
    }

    public RandomPod[] Pods { get; }

    public RandomPolicy[] Policies { get; }

    public IEnumerable<string> Objects => this.Pods.Select(pod => Cluster.Pod(pod.Space, pod.Name, RandomJson.Of(pod.Labels), $"[{string.Join(',', pod.Web.Select(port => $$"""{"name":"web","containerPort":{{port.Port}},"protocol":"{{port.Protocol}}"}"""))}]"))
        .Concat(this.Policies.Select(RandomJson.Of));

    private RandomPolicy Policy(string kind, int index)
    {
        var admin = IsAdmin(kind);
        var types = this.random.Next(2) == 0;
        var egress = this.random.Next(3) > 0 ? this.Rules(kind, true) : null;
        var ingress = this.random.Next(3) > 0 || (kind == "NetworkPolicy" && (!types || egress is null)) ? this.Rules(kind, false) : null;
        return new(kind, this.Pick(Spaces), index, this.Selector(), admin ? this.SpaceSelector() : null, ingress, egress, types);
    }

    private static bool IsAdmin(string kind) => kind is "AdminNetworkPolicy" or "BaselineAdminNetworkPolicy" or "ClusterNetworkPolicy";

    private RandomRule[] Rules(string kind, bool egress) => [.. Enumerable.Range(0, this.random.Next(0, 3)).Select(_ => new RandomRule(
        kind switch { "AdminNetworkPolicy" or "ClusterNetworkPolicy" => this.Pick(["Allow", "Deny", "Pass"]), "BaselineAdminNetworkPolicy" or "CiliumNetworkPolicy" => this.Pick(["Allow", "Deny"]), _ => "Allow" },
        this.random.Next(4) == 0 && !IsAdmin(kind) ? null : [.. Enumerable.Range(0, this.random.Next(1, 3)).Select(_ => this.Peer(kind, egress))],
        this.random.Next(3) == 0 ? null : [.. Enumerable.Range(0, this.random.Next(1, 3)).Select(_ => this.Port(kind))]))];

    private RandomPeer Peer(string kind, bool egress)
    {
        var choice = this.random.Next(4);
        return kind switch
        {
            "CiliumNetworkPolicy" => choice switch
            {
                0 => this.Block(),
                1 => new(null, null, null, null, this.Pick(["world", "cluster", "all"])),
                2 => new(this.Selector() with { Expression = null }, new([], null), null, null, null), // in every namespace
                _ => new(this.Selector(), null, null, null, null),
            },
            "NetworkPolicy" => choice switch
            {
                0 => this.Block(),
                1 => new(this.Selector(), null, null, null, null),
                2 => new(null, this.SpaceSelector(), null, null, null),
                _ => new(this.Selector(), this.SpaceSelector(), null, null, null),
            },
            _ => choice switch
            {
                0 when egress => this.Block() with { Except = null },
                1 => new(null, this.SpaceSelector(), null, null, null),
                _ => new(this.Selector(), this.SpaceSelector(), null, null, null),
            },
        };
    }

    private RandomPeer Block() => this.random.Next(3) switch
    {
        0 => new(null, null, "10.0.0.0/8", this.random.Next(2) == 0 ? "10.9.0.0/16" : null, null),
        1 => new(null, null, "fd00::/8", this.random.Next(2) == 0 ? "fd00:9::/32" : null, null),
        _ => new(null, null, this.Pick(["0.0.0.0/0", "::/0"]), null, null),
    };

    private RandomPort Port(string kind) => this.random.Next(4) switch
    {
        0 when kind == "NetworkPolicy" => new(this.Pick(Protocols), null, null, null),
        1 => new(IsAdmin(kind) ? null : this.Pick(Protocols), null, null, this.Pick(["web", "none"])),
        2 => new(this.Pick(Protocols), 80, this.random.Next(80, 444), null),
        _ => new(kind == "CiliumNetworkPolicy" && this.random.Next(3) == 0 ? "ANY" : this.Pick(Protocols), this.Pick(Ports), null, null),
    };

    private RandomSelector SpaceSelector() => new(this.random.Next(2) == 0 ? [] : new() { ["kubernetes.io/metadata.name"] = this.Pick(Spaces) }, null);

    private RandomSelector Selector() => new(
        this.random.Next(2) == 0 ? [] : new() { [this.Pick(Values)] = this.Pick(Values) },
        this.random.Next(3) > 0 ? null : (this.Pick(Values), this.Pick(["In", "NotIn", "Exists", "DoesNotExist"]), [this.Pick(Values)]));

    private Dictionary<string, string> Labels() => Values.Where(_ => this.random.Next(2) == 0).ToDictionary(key => key, _ => this.Pick(Values));

    private T Pick<T>(T[] values) => values[this.random.Next(values.Length)];
}
