using System.Text.Json;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class NetworkReportTests
{
    private static readonly KubernetesNetwork Network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("b", "two"),
        Cluster.Policy("a", "deny", """{"podSelector":{},"policyTypes":["Ingress","Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["10.0.0.0/8"]}}],"ports":[{"port":443}]},{"to":[{"namespaceSelector":{}}],"ports":[{"port":80}]}]}"""),
        Cluster.Policy("b", "in", """{"podSelector":{},"policyTypes":["Ingress","Egress"],"ingress":[{"from":[{"namespaceSelector":{}}]}]}"""));

    [Fact]
    public void The_text_lists_every_connection() => Assert.Equal(
        """
        a/one[Pod] → 0.0.0.0-9.255.255.255, 11.0.0.0-255.255.255.255: TCP 443
        a/one[Pod] → b/two[Pod]: TCP 80

        """, NetworkReport.ToText(Network.Connections()));

    [Fact]
    public void The_JSON_form_gives_one_entry_a_range_and_leaves_out_what_is_denied()
    {
        var json = JsonDocument.Parse(NetworkReport.ToJson(Network.Connections())).RootElement;
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
    public void The_graph_quotes_its_names() => Assert.Contains("""  "a/one[Pod]" -> "b/two[Pod]" [label="TCP 80"];""", NetworkReport.ToDot(Network.Connections()), StringComparison.Ordinal);
}
