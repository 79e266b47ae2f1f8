using System.Globalization;
using System.Xml.Linq;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class NetworkPictureTests
{
    private const string Isolated = """{ "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "deny", "properties": { "metadata": { "name": "deny", "namespace": "models" }, "spec": { "podSelector": {}, "policyTypes": ["Ingress"] } } }""";

    private static string Pod(string space, string name) => $$"""{ "type": "kubernetes:core/v1:Pod", "name": "{{space}}-{{name}}", "properties": { "metadata": { "name": "{{name}}", "namespace": "{{space}}" }, "spec": { "containers": [] } } }""";

    private static KubernetesNetwork Network(params string[] resources) => KubernetesNetwork.Of(Resources.Stack(resources));

    private static string Html(KubernetesNetwork network) => NetworkPicture.ToHtml(network, [.. network.Connections()], "<img src=x>");

    [Fact]
    public void Arrows_are_the_connections_and_dotted_lines_the_thin_separations()
    {
        var network = Network(Pod("gateway", "proxy"), Pod("models", "server"), Isolated);
        Assert.Equal(["gateway/proxy[Pod] models/server[Pod] ingress"], network.Thin().Select(pair => $"{pair.From} {pair.To} {pair.Layer}"));
        var svg = XDocument.Parse(NetworkPicture.ToSvg(network, [.. network.Connections()]));
        var titles = svg.Descendants().Where(one => one.Name.LocalName == "title").Select(one => one.Value).ToList();
        Assert.Contains("gateway/proxy[Pod] → models/server[Pod]: denied by ingress only", titles);
        Assert.Contains("models/server → gateway/proxy: all connections", titles);
        Assert.DoesNotContain(titles, title => title.StartsWith("gateway/proxy → models/server", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_layers_or_none_are_not_thin() => Assert.Empty(Network(Pod("gateway", "proxy"), Pod("models", "server")).Thin());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\\\"onload=alert(1) x=\\\"")]
    [InlineData("]]>&amp;</title>")]
    [InlineData("\\u0000\\u0007\\uFFFE")]
    public void A_hostile_name_is_only_text(string name)
    {
        var network = Network(Pod("gateway", name), Pod(name, "other"));
        var page = Html(network);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        var svg = XDocument.Parse(NetworkPicture.ToSvg(network, [.. network.Connections()]));
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Boxes_lie_apart_in_their_zones()
    {
        var network = Network([.. Enumerable.Range(0, 40).Select(at => Pod($"space-{at % 7}", $"pod-{at}"))]);
        var svg = XDocument.Parse(NetworkPicture.ToSvg(network, [.. network.Connections()]));
        var boxes = Boxes(svg, "node");
        Assert.Equal(42, boxes.Count); // the world outside calls and is called
        Assert.All(boxes, box => Assert.Single(Boxes(svg, "zone"), zone => zone.X <= box.X && zone.Y <= box.Y && zone.X + zone.Width >= box.X + box.Width && zone.Y + zone.Height >= box.Y + box.Height));
        Assert.All(boxes, box => Assert.DoesNotContain(boxes, other => other != box && other.X == box.X && Math.Abs(other.Y - box.Y) < box.Height));
    }

    [Fact]
    public void A_big_cluster_is_drawn_by_namespace()
    {
        var network = Network([.. Enumerable.Range(0, 400).Select(at => Pod($"space-{at % 20}", $"pod-{at}"))]);
        var page = Html(network);
        Assert.InRange(Boxes(XDocument.Parse(NetworkPicture.ToSvg(network, [.. network.Connections()])), "node").Count, 20, 22);
        Assert.Contains("More than 1000 connections, of which 1000 are shown", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1, 1_000_000);
    }

    private static List<(int X, int Y, int Width, int Height)> Boxes(XDocument svg, string kind)
    {
        int At(XElement one, string name) => int.Parse(one.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return [.. svg.Descendants().Where(one => (string?)one.Attribute("class") == kind).Select(one => (At(one, "x"), At(one, "y"), At(one, "width"), At(one, "height")))];
    }
}
