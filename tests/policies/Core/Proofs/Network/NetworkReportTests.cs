using System.Text.Json;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class NetworkReportTests
{
    private static readonly NetworkAnswer Answer = NetworkAnswer.Of(NetworkProof.Of(Cluster.Stack(Cluster.Pod("a", "one"), Cluster.Pod("b", "two"),
        Cluster.Policy("a", "deny", """{"podSelector":{},"policyTypes":["Ingress","Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["10.0.0.0/8"]}}],"ports":[{"port":443}]},{"to":[{"namespaceSelector":{}}],"ports":[{"port":80}]}]}"""),
        Cluster.Policy("b", "in", """{"podSelector":{},"policyTypes":["Ingress","Egress"],"ingress":[{"from":[{"namespaceSelector":{}}]}]}"""))));

    [Fact]
    public void The_text_lists_every_connection() => Assert.Equal(
        """
        a/one[Pod] → 0.0.0.0-9.255.255.255, 11.0.0.0-255.255.255.255: TCP 443
        a/one[Pod] → b/two[Pod]: TCP 80

        """, NetworkReport.ToText(Answer));

    [Fact]
    public void The_JSON_form_gives_one_entry_a_range_and_leaves_out_what_is_denied()
    {
        var json = JsonDocument.Parse(NetworkJson.Write(Answer)).RootElement;
        Assert.Equal(1, json.GetProperty("version").GetInt32());
        Assert.Equal(
            [
                """{"from":{"namespace":"a","kind":"Pod","name":"one"},"to":{"range":["0.0.0.0","9.255.255.255"]},"allowed":[{"protocol":"TCP","ports":[[443,443]]}],"unknown":false}""",
                """{"from":{"namespace":"a","kind":"Pod","name":"one"},"to":{"range":["11.0.0.0","255.255.255.255"]},"allowed":[{"protocol":"TCP","ports":[[443,443]]}],"unknown":false}""",
                """{"from":{"namespace":"a","kind":"Pod","name":"one"},"to":{"namespace":"b","kind":"Pod","name":"two"},"allowed":[{"protocol":"TCP","ports":[[80,80]]}],"unknown":false}""",
            ],
            json.GetProperty("connections").EnumerateArray().Select(connection => JsonSerializer.Serialize(connection)));
    }

    [Fact]
    public void The_graph_quotes_its_names() => Assert.Contains("""  "a/one[Pod]" -> "b/two[Pod]" [label="TCP 80"];""", NetworkReport.ToDot(Answer), StringComparison.Ordinal);

    [Fact]
    public void An_explanation_in_JSON_has_each_layer_of_a_pair_that_was_asked_for()
    {
        var root = JsonDocument.Parse(NetworkJson.Write(NetworkAnswer.Of(Answer.Proof, "b/two", "one") with { IsExplained = true })).RootElement;
        Assert.Empty(root.GetProperty("connections").EnumerateArray());
        var layers = Assert.Single(root.GetProperty("denied").EnumerateArray()).GetProperty("layers").EnumerateArray().ToList();
        Assert.Equal(["egress policies", "ingress policies"], layers.Select(layer => layer.GetProperty("layer").GetString()));
        Assert.Equal("NetworkPolicy a/deny selects the pods and has no rule for this peer", Assert.Single(layers[1].GetProperty("reasons").EnumerateArray()).GetString());
    }

    [Fact]
    public void Thin_pairs_with_one_target_share_a_line()
    {
        var answer = NetworkAnswer.Of(NetworkProof.Of(Cluster.Stack([.. Enumerable.Range(1, 7).Select(index => Cluster.Pod("a", $"p{index}")), Cluster.Pod("b", "t"), Cluster.Policy("b", "in", """{"podSelector":{}}""")])));
        Assert.EndsWith("\nthin: a/p1[Pod], a/p2[Pod], a/p3[Pod], a/p4[Pod], a/p5[Pod] and 2 more → b/t[Pod] is denied by ingress policies alone\n", NetworkReport.ToText(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_thin_pairs_ten_thousand_are_listed_and_the_others_counted()
    {
        var answer = NetworkAnswer.Of(NetworkProof.Of(Cluster.Stack([.. Enumerable.Range(1, 110).Select(index => Cluster.Pod("a", $"p{index}")), Cluster.Policy("a", "in", """{"podSelector":{}}""")])));
        Assert.Equal((10_000, (110 * 109) - 10_000), (answer.Thin.Count, answer.ThinLeftOut));
        Assert.Equal(answer.ThinLeftOut, JsonDocument.Parse(NetworkJson.Write(answer)).RootElement.GetProperty("thinLeftOut").GetInt64());
        Assert.EndsWith("\nthin: 1990 more pairs\n", NetworkReport.ToText(answer), StringComparison.Ordinal);
    }
}
