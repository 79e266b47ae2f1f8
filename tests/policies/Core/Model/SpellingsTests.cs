using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Model;

/// <summary>The same resource under another token, in a list, as a patch, or written apart is judged the same.</summary>
public sealed class SpellingsTests
{
    [Theory]
    [InlineData("identity-roles-are-not-owner", "azure:role/assignment:Assignment", """{ "roleDefinitionName": "Owner" }""")]
    [InlineData("decisions-queues-have-no-keys", "azure:eventhub/namespace:Namespace", """{ "localAuthEnabled": true }""")]
    [InlineData("messaging-topics-are-private", "azure:eventhub/eventGridTopic:EventGridTopic", """{ "publicNetworkAccessEnabled": true }""")]
    [InlineData("messaging-domains-are-private", "azure:eventhub/domain:Domain", """{ "publicNetworkAccessEnabled": true }""")]
    [InlineData("decisions-proposals-expire", "azure:eventhub/queue:Queue", "{ }")]
    [InlineData("storage-speaks-only-https", "azure:storage/account:Account", """{ "enableHttpsTrafficOnly": false }""")]
    [InlineData("data-caches-speak-tls", "azure:redis/cache:Cache", """{ "enableNonSslPort": true }""")]
    [InlineData("cluster-roles-are-on", "azure:containerservice/kubernetesCluster:KubernetesCluster", """{ "roleBasedAccessControl": { "enabled": false } }""")]
    [InlineData("edge-management-refuses-old-tls", "azure:apimanagement/service:Service", """{ "security": { "enableBackendTls10": true } }""")]
    [InlineData("workload-containers-are-unprivileged", "kubernetes:core/v1:PodPatch", """{ "spec": { "containers": [{ "name": "a", "securityContext": { "privileged": true } }] } }""")]
    [InlineData("workload-containers-are-unprivileged", "kubernetes:core/v1:PodList", """{ "items": [{ "spec": { "containers": [{ "name": "a", "securityContext": { "privileged": true } }] } }] }""")]
    [InlineData("workload-containers-are-unprivileged", "kubernetes:extensions/v1beta1:Deployment", """{ "spec": { "template": { "spec": { "containers": [{ "name": "a", "securityContext": { "privileged": true } }] } } } }""")]
    [InlineData("workload-containers-are-unprivileged", "kubernetes:core/v1:List", """{ "items": [{ "apiVersion": "apps/v1", "kind": "DaemonSet", "spec": { "template": { "spec": { "initContainers": [{ "name": "a", "securityContext": { "privileged": true } }] } } } }] }""")]
    [InlineData("workload-containers-are-unprivileged", "kubernetes:core/v1:Deployment", """{ "spec": { "template": { "spec": { "containers": [{ "name": "a", "securityContext": { "privileged": true } }] } } } }""")]
    [InlineData("workload-containers-are-unprivileged", "kubernetes:serving.kserve.io/v1alpha1:ServingRuntime", """{ "spec": { "containers": [{ "name": "a", "securityContext": { "privileged": true } }] } }""")]
    [InlineData("workload-containers-are-unprivileged", "kubernetes:batch.volcano.sh/v1alpha1:Job", """{ "spec": { "tasks": [{ "template": { "spec": { "containers": [{ "name": "a", "securityContext": { "privileged": true } }] } } }] } }""")]
    [InlineData("rbac-bindings-name-no-masters", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRolebinding", """{ "roleRef": { "name": "a" }, "subjects": [{ "kind": "Group", "name": "system:masters" }] }""")]
    [InlineData("gateway-tls-is-current", "kubernetes:gateway.envoyproxy.io/v1:ClientTrafficPolicyPatch", """{ "spec": { "tls": { "minVersion": "1.1" } } }""")]
    public void Another_token_is_judged_the_same(string policy, string type, string json) =>
        Assert.Equal(PolicyResult.Violation, Assert.Single(PolicyPack.Kit.Where(info => info.Id == policy).Start().Analyze(Resource(type, json))).Result);

    [Theory]
    [InlineData("network-subnets-have-a-security-group", """{ "subnets": [{ "name": "a" }] }""", "azure:network/virtualNetwork:VirtualNetwork")]
    [InlineData("network-subnets-have-no-default-outbound", """{ "subnets": [{ "name": "a", "defaultOutboundAccessEnabled": true }] }""", "azure:network/virtualNetwork:VirtualNetwork")]
    public void Subnets_written_in_the_network_are_judged(string policy, string json, string type) =>
        Assert.Single(Everything(policy, Resource(type, json)), report => report.Result == PolicyResult.Violation);

    [Fact]
    public void Rules_written_in_the_group_and_apart_are_judged()
    {
        const string rule = """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "22" }""";
        Assert.Single(Everything("network-groups-do-not-open-ssh", Resource("azure:network/networkSecurityGroup:NetworkSecurityGroup", $$"""{ "securityRules": [{{rule}}] }""")));
        Assert.Single(Everything("network-groups-do-not-open-ssh", Resource("azure:network/networkSecurityRule:NetworkSecurityRule", rule)));
    }

    [Fact]
    public void Of_two_targets_with_one_name_the_one_that_is_depended_on_counts()
    {
        var (first, second) = (Resource("azure:mssql/server:Server", """{ "name": "sql" }""", "first"), Resource("azure:mssql/server:Server", """{ "name": "sql" }""", "second"));
        var alerts = new Resource
        {
            Type = "azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy",
            Name = "alerts",
            Urn = "urn:pulumi:s::p::azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy::alerts",
            Properties = PropertyValue.Parse("""{ "serverName": "sql", "state": "Enabled" }"""),
            PropertyDependencies = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["serverName"] = [second.Urn] },
        };
        Assert.Equal(first.Urn, Assert.Single(Everything("database-sql-servers-alert", first, second, alerts)).Urn);
    }

    [Fact]
    public void A_log_list_that_is_not_known_is_not_taken_for_complete()
    {
        var cluster = Resource("azure:containerservice/kubernetesCluster:KubernetesCluster", "{ }", "cluster");
        var setting = Resource("azure:monitoring/diagnosticSetting:DiagnosticSetting", $$"""{ "targetResourceId": "/cluster", "enabledLogs": "{{Markers.UnknownText}}" }""", "setting");
        Assert.Equal(PolicyResult.Undetermined, Assert.Single(Everything("audit-cluster-is-recorded", cluster, setting)).Result);
    }

    [Fact]
    public void Network_rules_of_an_account_may_be_written_apart()
    {
        var account = Resource("azure:storage/account:Account", "{ }", "account");
        var rules = Resource("azure:storage/accountNetworkRules:AccountNetworkRules", """{ "storageAccountId": "/account", "defaultAction": "Deny" }""", "rules");
        Assert.Empty(Everything("storage-network-denies-by-default", account, rules));
        Assert.Single(Everything("storage-network-denies-by-default", account));
    }

    private static List<PolicyReport> Everything(string policy, params Resource[] resources)
    {
        var session = PolicyPack.Kit.Where(info => info.Id == policy).Start();
        return [.. resources.SelectMany(session.Analyze), .. session.AnalyzeStack(new Stack(resources))];
    }

    private static Resource Resource(string type, string json, string name = "a") => new() { Type = type, Name = name, Urn = $"urn:pulumi:s::p::{type}::{name}", Id = "/" + name, Properties = PropertyValue.Parse(json) };
}
