using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class IngressEntriesTests
{
    private const string Service = """{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"shop"},"spec":{"selector":{"app":"web"},"ports":[{"name":"http","port":80,"targetPort":8080},{"name":"admin","port":81,"targetPort":"manage"}]}}""";
    private static readonly string Web = Cluster.Pod("shop", "web", """{"app":"web"}""", """[{"name":"manage","containerPort":9090}]""");

    private static string Ingress(string backend) => $$$$"""{"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"in","namespace":"shop"},"spec":{"rules":[{"http":{"paths":[{"path":"/","backend":{{{{backend}}}}}]}}]}}""";

    private static string Policy(string from) => Cluster.Policy("shop", "p", $$"""{"podSelector":{},"ingress":[{{from}}]}""");

    private static NetworkAnswer Answer(params string[] objects) => NetworkAnswer.Of(NetworkProof.OfManifests(Cluster.Stack([Service, Web, Cluster.Pod("shop", "other"), .. objects])));

    [Theory]
    [InlineData("""{"service":{"name":"web","port":{"number":80}}}""", "TCP 8080")]
    [InlineData("""{"service":{"name":"web","port":{"name":"admin"}}}""", "TCP 9090")] // by the name that the pods give it
    [InlineData("""{"serviceName":"web","servicePort":80}""", "TCP 8080")]
    [InlineData("""{"service":{"name":"web","port":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}""", "nothing for certain; not known before deployment: TCP 8080,9090")]
    public void An_ingress_leads_to_the_pods_of_its_service(string backend, string reach)
    {
        var entry = Assert.Single(Answer(Ingress(backend)).Entries);
        Assert.Equal(("Ingress shop/in", "shop/web[Pod]", reach), (entry.From.ToString(), entry.To.ToString(), entry.Reach.ToText()));
    }

    [Theory]
    [InlineData("""{"service":{"name":"none","port":{"number":80}}}""")]
    [InlineData("""{"service":{"name":"web","port":{"number":443}}}""")]
    public void An_ingress_to_what_is_not_there_leads_nowhere(string backend) => Assert.Empty(Answer(Ingress(backend)).Entries);

    [Theory]
    [InlineData("", "nothing", "nothing")]
    [InlineData("{}", "TCP 8080", "TCP 8080")]
    [InlineData("""{"from":[{"namespaceSelector":{}}],"ports":[{"port":8080}]}""", "TCP 8080", "TCP 8080")]
    [InlineData("""{"from":[{"namespaceSelector":{"matchLabels":{"a":"b"}}}]}""", "nothing", "TCP 8080")] // which pods the controller has no manifest tells
    [InlineData("""{"from":[{"podSelector":{}}]}""", "nothing", "TCP 8080")]
    [InlineData("""{"from":[{"ipBlock":{"cidr":"0.0.0.0/0"}}]}""", "nothing", "nothing")]
    public void Policies_of_the_pods_have_to_let_some_pod_in(string rule, string allowed, string possible)
    {
        var answer = Answer(Ingress("""{"service":{"name":"web","port":{"number":80}}}"""), Policy(rule));
        var entry = Assert.Single(answer.Entries);
        Assert.Equal((allowed, possible), (entry.Reach.Allowed.ToString(), entry.Reach.Possible.ToString()));
        Assert.Equal(possible == "nothing", NetworkReport.ToText(answer).Contains("Ingress shop/in → shop/web[Pod]: nothing, for its policies", StringComparison.Ordinal));
        Assert.Contains("\"entry\": \"Ingress shop/in\"", NetworkJson.Write(answer), StringComparison.Ordinal);
        Assert.Contains("<h2>Ingress</h2>", NetworkPicture.ToHtml(answer, "n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"apiVersion":"route.openshift.io/v1","kind":"Route","metadata":{"name":"r","namespace":"shop"},"spec":{"to":{"kind":"Service","name":"web"},"port":{"targetPort":8080}}}""", "TCP 8080")]
    [InlineData("""{"apiVersion":"route.openshift.io/v1","kind":"Route","metadata":{"name":"r","namespace":"shop"},"spec":{"to":{"kind":"Service","name":"none"},"alternateBackends":[{"kind":"Service","name":"web"}],"port":{"targetPort":"admin"}}}""", "TCP 9090")]
    [InlineData("""{"apiVersion":"route.openshift.io/v1","kind":"Route","metadata":{"name":"r","namespace":"shop"},"spec":{"to":{"name":"web"}}}""", "TCP 8080,9090")]
    [InlineData("""{"apiVersion":"gateway.networking.k8s.io/v1","kind":"HTTPRoute","metadata":{"name":"r","namespace":"edge"},"spec":{"parentRefs":[{"name":"nginx"}],"rules":[{"backendRefs":[{"name":"web","namespace":"shop","port":80}]}]}}""", "TCP 8080")]
    [InlineData("""{"apiVersion":"gateway.networking.k8s.io/v1","kind":"HTTPRoute","metadata":{"name":"r","namespace":"edge"},"spec":{"parentRefs":[{"name":"nginx"}],"rules":[{"backendRefs":[{"name":"web","port":80}]}]}}""", null)] // a service of its own namespace
    [InlineData("""{"apiVersion":"gateway.networking.k8s.io/v1","kind":"HTTPRoute","metadata":{"name":"r","namespace":"edge"},"spec":{"parentRefs":[{"name":"llm"}],"rules":[{"backendRefs":[{"name":"web","namespace":"shop","port":80}]}]}}""", null)] // Envoy Gateway's proxies are workloads
    public void Routes_lead_in_like_an_ingress(string route, string? reach) => Assert.Equal(reach is null ? [] : [reach], Answer(route,
        """{"apiVersion":"gateway.networking.k8s.io/v1","kind":"GatewayClass","metadata":{"name":"c"},"spec":{"controllerName":"gateway.envoyproxy.io/gatewayclass-controller"}}""",
        """{"apiVersion":"gateway.networking.k8s.io/v1","kind":"Gateway","metadata":{"name":"llm","namespace":"edge"},"spec":{"gatewayClassName":"c","listeners":[{"protocol":"HTTPS","port":443}]}}""").Entries.Select(entry => entry.Reach.ToText()));
}
