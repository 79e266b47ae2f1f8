using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Budget;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Budget;

/// <summary>Which policies hold on a route of a gateway that has some itself.</summary>
public sealed class GatewayPromiseTests
{
    private static readonly string[] Gateway =
    [
        """{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": {} } }""",
        """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy", "name": "who", "properties": { "metadata": { "name": "who", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Gateway", "name": "g" }], "authorization": { "defaultAction": "Deny" } } } }""",
        """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "much", "properties": { "metadata": { "name": "much", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Gateway", "name": "g" }], "requestBuffer": { "limit": "64Ki" }, "rateLimit": { "global": { "rules": [{ "limit": { "requests": 1, "unit": "Minute" } }] } } } } }""",
        """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:ClientTrafficPolicy", "name": "c", "properties": { "metadata": { "name": "c", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Gateway", "name": "g" }], "headers": { "earlyRequestHeaders": { "remove": ["X-Tenant-Id"] } } } } }""",
    ];

    private const string Models = """{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "rules": [] } } }""";

    [Fact]
    public void The_gateways_policies_hold_where_a_route_has_none()
    {
        var promise = Of(Models);
        Assert.Equal(Truth.Yes, promise.DeniesOthers);
        Assert.Equal(65_536, promise.BodyBytes);
        Assert.Equal(["x-tenant-id"], promise.Stripped);
        Assert.Equal(Truth.Maybe, promise.FailsClosed);
        Assert.Empty(promise.Replaced);
    }

    [Theory]
    [InlineData("64Ki", 65_536L)]
    [InlineData("2M", 2_000_000L)]
    [InlineData("4096", 4096L)]
    [InlineData("much", null)]
    public void A_bound_of_bodies_is_a_quantity_of_Kubernetes(string limit, long? bytes) =>
        Assert.Equal(bytes, Assert.Single(GatewayPromise.Of(Resources.Stack([Gateway[0], Gateway[2].Replace("64Ki", limit, StringComparison.Ordinal), Models]))).BodyBytes);

    [Fact]
    public void A_policy_of_the_route_replaces_the_gateways_as_a_whole()
    {
        var promise = Of(Models, """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "own", "properties": { "metadata": { "name": "own", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "HTTPRoute", "name": "r" }], "timeout": {} } } }""");
        Assert.Null(promise.BodyBytes);
        Assert.Equal(Truth.No, promise.FailsClosed);
        Assert.Equal(["BackendTrafficPolicy n/much"], promise.Replaced);
        Assert.Equal(Truth.Yes, promise.DeniesOthers);
    }

    [Fact]
    public void A_policy_of_the_route_that_merges_replaces_nothing()
    {
        var promise = Of(Models, """{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "own", "properties": { "metadata": { "name": "own", "namespace": "n" }, "spec": { "mergeType": "StrategicMerge", "targetRefs": [{ "kind": "HTTPRoute", "name": "r" }] } } }""");
        Assert.Equal(65_536, promise.BodyBytes);
        Assert.Empty(promise.Replaced);
    }

    [Theory]
    [InlineData("""{ "oauth": {} }""", Truth.No, null, "SecurityPolicy n/who, BackendTrafficPolicy n/much")]
    [InlineData("""{ "oauth": {}, "authorization": { "defaultAction": "Deny" } }""", Truth.Yes, null, "SecurityPolicy n/who, BackendTrafficPolicy n/much")]
    [InlineData("""{ "apiKeyAuth": {} }""", Truth.No, 65_536L, "SecurityPolicy n/who")]
    public void What_is_generated_for_a_route_of_tools_replaces_the_gateways(string security, Truth denies, long? bytes, string replaced)
    {
        var promise = Of($$"""{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "m", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "securityPolicy": {{security}} } } }""");
        Assert.Equal((true, denies, bytes, replaced), (promise.IsOfTools, promise.DeniesOthers, promise.BodyBytes, string.Join(", ", promise.Replaced)));
        Assert.Empty(promise.Budgets);
    }

    [Fact]
    public void A_route_of_tools_names_the_tenant_by_a_claim_of_its_own_tokens_only()
    {
        const string Named = """{ "jwt": { "providers": [{ "claimToHeaders": [{ "claim": "azp", "header": "x-tenant-id" }] }] }, "targetRefs": [{ "kind": "Gateway", "name": "g" }] }""";
        string[] gateway = [Gateway[0], $$"""{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy", "name": "who", "properties": { "metadata": { "name": "who", "namespace": "n" }, "spec": {{Named}} } }"""];
        string Tools(string oauth) => $$"""{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "m", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "securityPolicy": { "oauth": {{oauth}} } } } }""";
        Assert.Equal(["x-tenant-id: azp"], GatewayPromise.Of(Resources.Stack([.. gateway, Models])).Single().Claims);
        Assert.Empty(GatewayPromise.Of(Resources.Stack([.. gateway, Tools("{}")])).Single().Claims);
        Assert.Equal(["x-caller: sub"], GatewayPromise.Of(Resources.Stack([.. gateway, Tools("""{ "claimToHeaders": [{ "claim": "sub", "header": "x-caller" }] }""")])).Single().Claims);
    }

    [Theory]
    [InlineData("""{ "rateLimit": { "failClosed": true } }""", Truth.Yes)]
    [InlineData("""{ "rateLimit": { "failClosed": true }, "extensionManager": { "failOpen": true } }""", Truth.No)]
    [InlineData("""{ "rateLimit": { } }""", Truth.No)]
    public void A_limit_that_cannot_be_counted_refuses_only_where_the_installation_says_so(string settings, Truth closed) =>
        Assert.Equal(closed, Of(Models, $$"""{ "type": "kubernetes:helm.sh/v3:Release", "name": "envoy", "properties": { "values": { "config": { "envoyGateway": {{settings}} } } } }""").FailsClosed);

    private static GatewayPromise Of(params string[] more) =>
        Assert.Single(GatewayPromise.Of(Resources.Stack([.. Gateway, .. more])));
}
