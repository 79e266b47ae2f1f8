using System.Globalization;
using System.Xml.Linq;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class NetworkPictureTests
{
    // Nodes whose every way out is denied by their security group; the network policies leave the pods open.
    private static readonly string[] Nodes =
    [
        """{"type":"azure:network/subnet:Subnet","name":"nodes","id":"/nodes","properties":{"name":"nodes","addressPrefixes":["10.1.0.0/24"]}}""",
        """{"type":"azure:network/networkSecurityGroup:NetworkSecurityGroup","name":"guard","id":"/guard","properties":{"name":"guard","securityRules":[{"name":"out","priority":100,"direction":"Outbound","access":"Deny","protocol":"*","sourcePortRange":"*","destinationPortRange":"*","sourceAddressPrefix":"*","destinationAddressPrefix":"*"}]}}""",
        """{"type":"azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation","name":"guarded","properties":{"subnetId":"/nodes","networkSecurityGroupId":"/guard"}}""",
        """{"type":"azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool","name":"pool","properties":{"name":"pool","vnetSubnetId":"/nodes"}}""",
    ];

    private static string Isolated(params string[] directions) => $$$"""{ "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "deny", "properties": { "metadata": { "name": "deny", "namespace": "models" }, "spec": { "podSelector": {}, "policyTypes": ["{{{string.Join("\",\"", directions)}}}"] } } }""";

    private static string Pod(string space, string name) => $$"""{ "type": "kubernetes:core/v1:Pod", "name": "{{space}}-{{name}}", "properties": { "metadata": { "name": "{{name}}", "namespace": "{{space}}" }, "spec": { "containers": [] } } }""";

    private static NetworkProof Network(params string[] resources) => NetworkProof.Of(Resources.Stack(resources));

    private static string Html(NetworkProof proof) => NetworkPicture.ToHtml(NetworkAnswer.Of(proof), "<img src=x>");

    private static XDocument Svg(NetworkProof proof) => XDocument.Parse(NetworkPicture.ToSvg(NetworkAnswer.Of(proof)));

    [Fact]
    public void Arrows_are_the_connections_and_dotted_lines_the_thin_separations()
    {
        var proof = Network([.. Nodes, Pod("gateway", "proxy"), Pod("models", "server"), Isolated("Ingress", "Egress")]);
        var thin = proof.Thin().Where(pair => pair is not { From: WorkloadEnd, To: WorkloadEnd }).ToList(); // the other pod is isolated by two layers each way
        Assert.Equal([("gateway/proxy[Pod]", "security group guard"), ("gateway/proxy[Pod]", "public entry")], thin.Select(pair => ((pair.From as WorkloadEnd ?? pair.To).ToString()!, pair.Layer)));
        var svg = Svg(proof);
        var titles = svg.Descendants().Where(one => one.Name.LocalName == "title").Select(one => one.Value).ToList();
        Assert.Contains($"gateway/proxy → Outside: destinations/{thin[0].To}: denied by security group guard only", titles);
        Assert.Contains($"Outside: callers/{thin[1].From} → gateway/proxy: denied by public entry only", titles);
        Assert.Equal(4, svg.Descendants().Count(one => (string?)one.Attribute("class") == "edge thin")); // and both ways between the pods
        Assert.Contains("<td>public entry</td>", Html(proof), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_that_is_denied_has_no_arrow()
    {
        var proof = Network(Pod("gateway", "proxy"), Pod("models", "server"), Isolated("Ingress"));
        var titles = Svg(proof).Descendants().Where(one => one.Name.LocalName == "title").Select(one => one.Value).ToList();
        Assert.Contains("models/server → gateway/proxy: all connections", titles);
        Assert.Equal("gateway/proxy → models/server: denied by ingress policies only", Assert.Single(titles, title => title.StartsWith("gateway/proxy → models/server", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_nodes_the_page_says_that_thin_separations_from_the_internet_are_not_looked_for() => Assert.Contains("Pairs with the internet are not looked for: the input has no nodes", Html(Network(Pod("models", "server"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\\\"onload=alert(1) x=\\\"")]
    [InlineData("]]>&amp;</title>")]
    [InlineData("\\u0000\\u0007\\uFFFE")]
    public void A_hostile_name_is_only_text(string name)
    {
        var proof = Network(Pod("gateway", name), Pod(name, "other"));
        var page = Html(proof);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        var svg = Svg(proof);
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Boxes_lie_apart_in_their_zones()
    {
        var proof = Network([.. Enumerable.Range(0, 40).Select(at => Pod($"space-{at % 7}", $"pod-{at}"))]);
        var svg = Svg(proof);
        var boxes = Boxes(svg, "node");
        Assert.Equal(42, boxes.Count); // the world outside calls and is called
        Assert.All(boxes, box => Assert.Single(Boxes(svg, "zone"), zone => zone.X <= box.X && zone.Y <= box.Y && zone.X + zone.Width >= box.X + box.Width && zone.Y + zone.Height >= box.Y + box.Height));
        Assert.All(boxes, box => Assert.DoesNotContain(boxes, other => other != box && other.X == box.X && Math.Abs(other.Y - box.Y) < box.Height));
    }

    [Fact]
    public void A_big_cluster_is_drawn_by_namespace()
    {
        var proof = Network([.. Enumerable.Range(0, 400).Select(at => Pod($"space-{at % 20}", $"pod-{at}"))]);
        var page = Html(proof);
        Assert.InRange(Boxes(Svg(proof), "node").Count, 20, 22);
        Assert.Contains("More than 1000 connections, of which 1000 are shown", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1, 1_000_000);
    }

    [Fact]
    public void What_passes_through_a_proxy_has_a_table_of_its_own()
    {
        const string Proxy = """{ "type": "kubernetes:core/v1:Pod", "name": "proxy", "properties": { "metadata": { "name": "proxy", "namespace": "edge" }, "spec": { "containers": [{ "name": "squid", "image": "r.example/squid:6" }], "volumes": [{ "name": "c", "configMap": { "name": "c" } }] } } }""";
        const string Hosts = """{ "type": "kubernetes:core/v1:ConfigMap", "name": "c", "properties": { "metadata": { "name": "c", "namespace": "edge" }, "data": { "squid.conf": "acl a dstdomain api.example.com\nhttp_access allow a\nhttp_access deny all" } } }""";
        Assert.Contains("<td>sandbox/tool[Pod]</td><td>api.example.com</td><td>edge/proxy[Pod]</td><td>all connections</td>", Html(Network(Proxy, Hosts, Pod("sandbox", "tool"))), StringComparison.Ordinal);
        Assert.DoesNotContain("Through a proxy", Html(Network(Pod("sandbox", "tool"))), StringComparison.Ordinal);
    }

    private static List<(int X, int Y, int Width, int Height)> Boxes(XDocument svg, string kind)
    {
        int At(XElement one, string name) => int.Parse(one.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return [.. svg.Descendants().Where(one => (string?)one.Attribute("class") == kind).Select(one => (At(one, "x"), At(one, "y"), At(one, "width"), At(one, "height")))];
    }
}
