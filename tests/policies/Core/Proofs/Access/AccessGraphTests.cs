using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Access;

public sealed class AccessGraphTests
{
    private const string Account = """{ "type": "kubernetes:core/v1:ServiceAccount", "name": "account", "properties": { "metadata": { "name": "a", "namespace": "n" } } }""";
    private const string Identity = """{ "type": "azure:authorization/userAssignedIdentity:UserAssignedIdentity", "name": "identity", "properties": { "name": "identity" } }""";
    private const string Federation = """{ "type": "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "name": "trust", "references": { "userAssignedIdentityId": "identity" }, "properties": { "subject": "system:serviceaccount:n:a" } }""";
    private const string Container = """{ "type": "azure:storage/container:Container", "name": "data", "references": { "storageAccountId": "store" }, "properties": { "name": "data", "storageAccountId": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } }""";
    private const string Store = """{ "type": "azure:storage/account:Account", "name": "store", "properties": { "resourceGroupName": "group", "sharedAccessKeyEnabled": false } }""";
    private const string Group = """{ "type": "azure:core/resourceGroup:ResourceGroup", "name": "rg", "properties": { "name": "group" } }""";
    private const string Cluster = """{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "aks", "references": { "kubeletIdentity": "kubelet" }, "properties": { "localAccountDisabled": true, "runCommandEnabled": false, "kubeletIdentity": {} } }""";
    private const string Kubelet = """{ "type": "azure:authorization/userAssignedIdentity:UserAssignedIdentity", "name": "kubelet", "properties": { "name": "kubelet" } }""";

    private static string Assign(string name, string to, string role, string at) =>
        $$"""{ "type": "azure:authorization/assignment:Assignment", "name": "{{name}}", "references": { "principalId": "{{to}}", "scope": "{{at}}" }, "properties": { "principalId": "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "roleDefinitionName": "{{role}}", "scope": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } }""";

    private static string Pod(string spec, string labels = "{}") => $$"""{ "type": "kubernetes:core/v1:Pod", "name": "pod", "properties": { "metadata": { "name": "p", "namespace": "n", "labels": {{labels}} }, "spec": {{spec}} } }""";

    private static string[] Role(string rules, string space = "n") =>
    [
        $$"""{ "type": "kubernetes:rbac.authorization.k8s.io/v1:Role", "name": "role", "properties": { "metadata": { "name": "r", "namespace": "{{space}}" }, "rules": [{{rules}}] } }""",
        $$"""{ "type": "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "name": "binding", "properties": { "metadata": { "name": "b", "namespace": "{{space}}" }, "roleRef": { "kind": "Role", "name": "r" }, "subjects": [{ "kind": "ServiceAccount", "name": "a", "namespace": "n" }] } }""",
    ];

    private static IReadOnlyList<AccessRight> Of(string who, params IEnumerable<string> resources) => AccessReport.Select(AccessGraph.Of(Resources.Stack(resources)), who, null);

    [Fact]
    public void A_pod_reaches_data_through_its_account_and_its_federated_identity()
    {
        var right = Assert.Single(Of("n/p", Pod("""{ "serviceAccountName": "a", "containers": [] }"""), Account, Identity, Federation, Store, Container, Assign("one", "identity", "Storage Blob Data Reader", "data")));
        Assert.Equal(["blobs-read"], right.Can);
        Assert.Equal(Truth.Yes, right.Holds);
        Assert.Equal(
            [
                "acts as service account n/a by its token, which is mounted",
                "acts as identity identity by federated credential trust",
                "holds Storage Blob Data Reader at container data (one)",
            ],
            right.Chain);
    }

    [Fact]
    public void A_pod_without_a_token_is_nobody() =>
        Assert.Empty(Of("n/p", Pod("""{ "serviceAccountName": "a", "automountServiceAccountToken": false, "containers": [] }"""), Account, Identity, Federation, Store, Container, Assign("one", "identity", "Storage Blob Data Reader", "data")));

    [Theory]
    [InlineData("""{ "serviceAccountName": "a", "automountServiceAccountToken": false, "containers": [], "volumes": [{ "name": "t", "projected": { "sources": [{ "serviceAccountToken": {} }] } }] }""", "{}")]
    [InlineData("""{ "serviceAccountName": "a", "automountServiceAccountToken": false, "containers": [], "volumes": [{ "name": "t", "csi": { "driver": "secrets-store.csi.k8s.io" } }] }""", "{}")]
    [InlineData("""{ "serviceAccountName": "a", "automountServiceAccountToken": false, "containers": [] }""", """{ "azure.workload.identity/use": "true" }""")]
    public void A_token_comes_in_other_ways_too(string spec, string labels) =>
        Assert.Single(Of("n/p", Pod(spec, labels), Account, Identity, Federation, Store, Container, Assign("one", "identity", "Storage Blob Data Reader", "data")));

    [Theory]
    [InlineData("data", true)]
    [InlineData("store", true)]
    [InlineData("rg", true)]
    [InlineData("kubelet", false)]
    public void A_role_holds_at_its_scope_and_below(string scope, bool reads) =>
        Assert.Equal(reads, Of("identity", Identity, Kubelet, Group, Store, Container, Assign("one", "identity", "Storage Blob Data Reader", scope)).Single().Can.Contains("blobs-read"));

    [Fact]
    public void A_role_that_is_neither_built_in_nor_in_the_stack_may_allow_anything()
    {
        var right = Of("identity", Identity, Store, Container, Assign("one", "identity", "Our Own Role", "store"))[0];
        Assert.Equal(["anything"], right.Can);
    }

    [Fact]
    public void A_role_of_the_stack_is_read()
    {
        const string role = """{ "type": "azure:authorization/roleDefinition:RoleDefinition", "name": "own", "properties": { "name": "Our Own Role", "permissions": [{ "dataActions": ["Microsoft.Storage/*/read"] }] } }""";
        Assert.Equal(["blobs-read"], Of("identity", role, Identity, Store, Container, Assign("one", "identity", "Our Own Role", "store")).Single().Can);
    }

    [Theory]
    [InlineData("""{ "dataActions": ["*"], "notDataActions": ["Microsoft.Storage/*/write", "Microsoft.Storage/*/delete"] }""", "blobs-read")]
    [InlineData("""{ "dataActions": ["Microsoft.Storage/*/read"] }, { "dataActions": ["*/write"], "notDataActions": ["*/read"] }""", "blobs-read blobs-write")]
    public void What_a_role_takes_away_it_takes_from_the_same_permissions_only(string permissions, string can)
    {
        var role = $$"""{ "type": "azure:authorization/roleDefinition:RoleDefinition", "name": "own", "properties": { "name": "Our Own Role", "permissions": [{{permissions}}] } }""";
        Assert.Equal(can.Split(' '), Of("identity", role, Identity, Store, Container, Assign("one", "identity", "Our Own Role", "store")).Single().Can);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void The_keys_of_an_account_open_its_containers_where_keys_are_on(string keys, bool reads)
    {
        var store = Store.Replace("\"sharedAccessKeyEnabled\": false", $"\"sharedAccessKeyEnabled\": {keys}", StringComparison.Ordinal);
        Assert.Equal(reads, Of("identity", Identity, store, Container, Assign("one", "identity", "Storage Account Key Operator Service Role", "store")).Single().Can.Contains("blobs-read"));
    }

    [Theory]
    [InlineData("""{ "apiGroups": [""], "resources": ["pods"], "verbs": ["create"] }""", "acts as service account n/other by pods that it may create (RoleBinding n/b → Role r)")]
    [InlineData("""{ "apiGroups": [""], "resources": ["serviceaccounts/token"], "verbs": ["create"] }""", "acts as service account n/other by a token that it may request (RoleBinding n/b → Role r)")]
    [InlineData("""{ "apiGroups": [""], "resources": ["serviceaccounts"], "verbs": ["impersonate"] }""", "acts as service account n/other by impersonation (RoleBinding n/b → Role r)")]
    [InlineData("""{ "apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["patch"] }""", "acts as service account n/other by pods that it may create (RoleBinding n/b → Role r)")]
    [InlineData("""{ "apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"], "verbs": ["escalate"] }""", "acts as administrator of namespace n by escalating roles (RoleBinding n/b → Role r)")]
    [InlineData("""{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["*"] }""", "acts as administrator of namespace n by every right (RoleBinding n/b → Role r)")]
    public void A_dangerous_right_makes_its_holder_somebody_else(string rule, string link)
    {
        const string other = """{ "type": "kubernetes:core/v1:ServiceAccount", "name": "other", "properties": { "metadata": { "name": "other", "namespace": "n" } } }""";
        var trust = Federation.Replace("n:a", "n:other", StringComparison.Ordinal);
        var rights = Of("n/a", [Account, other, Identity, trust, Store, Container, Assign("one", "identity", "Storage Blob Data Reader", "data"), .. Role(rule)]);
        var right = Assert.Single(rights, right => right.Can.Contains("blobs-read"));
        Assert.Equal(link, right.Chain[0]);
    }

    [Theory]
    [InlineData("""{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }""")]
    [InlineData("""{ "apiGroups": ["apps"], "resources": ["pods"], "verbs": ["create"] }""")]
    [InlineData("""{ "apiGroups": [""], "resources": ["serviceaccounts/token"], "verbs": ["create"], "resourceNames": ["nobody"] }""")]
    public void A_harmless_right_does_not(string rule)
    {
        const string other = """{ "type": "kubernetes:core/v1:ServiceAccount", "name": "other", "properties": { "metadata": { "name": "other", "namespace": "n" } } }""";
        var trust = Federation.Replace("n:a", "n:other", StringComparison.Ordinal);
        Assert.DoesNotContain(Of("n/a", [Account, other, Identity, trust, Store, Container, Assign("one", "identity", "Storage Blob Data Reader", "data"), .. Role(rule)]), right => right.Can.Contains("blobs-read"));
    }

    [Fact]
    public void Rules_that_are_not_known_make_everything_possible_and_nothing_certain()
    {
        var rights = Of("n/a", [Account, .. Role("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"")]);
        Assert.NotEmpty(rights);
        Assert.All(rights, right => Assert.Equal(Truth.Maybe, right.Holds));
    }

    [Fact]
    public void A_pod_that_the_metadata_service_answers_is_its_node()
    {
        string[] platform = [Cluster, Kubelet, Store, Container, Assign("one", "kubelet", "Storage Blob Data Reader", "data"), Pod("""{ "automountServiceAccountToken": false, "containers": [] }""")];
        const string deny = """{ "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "deny", "properties": { "metadata": { "name": "deny", "namespace": "n" }, "spec": { "podSelector": {}, "policyTypes": ["Egress"] } } }""";
        Assert.Equal("acts as identity kubelet by the metadata service, which no network policy keeps from it", Assert.Single(Of("n/p", platform)).Chain[0]);
        Assert.Empty(Of("n/p", [.. platform, deny]));
    }

    [Fact]
    public void A_privileged_pod_is_every_pod_on_its_node() =>
        Assert.Contains(Of("n/p", Cluster, Kubelet, Pod("""{ "automountServiceAccountToken": false, "containers": [{ "name": "c", "securityContext": { "privileged": true } }] }""")), right => right is { Role: "nodes", Chain: ["acts as nodes by container c, which is privileged"] });

    [Theory]
    [InlineData("Owner")]
    [InlineData("Role Based Access Control Administrator")]
    [InlineData("Azure Kubernetes Service RBAC Cluster Admin")]
    [InlineData("Contributor")]
    public void Roles_of_Azure_reach_every_account_of_the_cluster(string role) =>
        Assert.Contains(Of("identity", Identity, Cluster, Kubelet, Account, Assign("one", "identity", role, "aks")), right => right.Role == "cluster-admin");

    [Fact]
    public void A_vault_with_access_policies_goes_by_them_and_one_with_roles_does_not()
    {
        string Vault(string roles) => $$"""{ "type": "azure:keyvault/keyVault:KeyVault", "name": "vault", "properties": { "rbacAuthorizationEnabled": {{roles}}, "accessPolicies": [{ "objectId": "somebody", "secretPermissions": ["Get"] }] } }""";
        Assert.Equal(["secrets-read"], Assert.Single(Of("somebody", Vault("false"))).Can);
        Assert.Equal(Truth.Yes, Assert.Single(Of("somebody", Vault("false"))).Holds);
        Assert.Empty(Of("somebody", Vault("true")));
        Assert.Equal(Truth.Maybe, Assert.Single(Of("somebody", Vault("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\""))).Holds);
    }

    [Fact]
    public void One_secret_is_not_the_vault()
    {
        const string vault = """{ "type": "azure:keyvault/keyVault:KeyVault", "name": "vault", "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v", "properties": { "rbacAuthorizationEnabled": true } }""";
        const string one = """{ "type": "azure:authorization/assignment:Assignment", "name": "one", "properties": { "principalId": "somebody", "roleDefinitionName": "Key Vault Secrets User", "scope": "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v/secrets/x" } }""";
        var right = Assert.Single(Of("somebody", vault, one));
        Assert.Equal(("vault/secrets/x", Truth.Yes), (right.Scope, right.IsPart));
    }

    [Fact]
    public void A_federated_credential_without_a_known_subject_trusts_somebody_unknown() =>
        Assert.Equal(Truth.Maybe, Of("not known before deployment", Identity, Federation.Replace("system:serviceaccount:n:a", "04da6b54-80e4-46f7-96ec-b56ff0331ba9", StringComparison.Ordinal), Store, Container, Assign("one", "identity", "Storage Blob Data Reader", "data")).Single().Holds);

    [Theory]
    [InlineData("true", Truth.No)]
    [InlineData("false", Truth.Yes)]
    [InlineData("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", Truth.Maybe)]
    public void A_setting_of_the_cluster_that_is_not_known_may_open_a_way(string localAccountDisabled, Truth holds)
    {
        var cluster = $$"""{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "aks", "properties": { "localAccountDisabled": {{localAccountDisabled}}, "runCommandEnabled": false } }""";
        var found = Of("identity", Identity, cluster, Assign("one", "identity", "Azure Kubernetes Service Cluster Admin Role", "aks")).Where(right => right.Chain.Any(link => link.Contains("cluster-admin", StringComparison.Ordinal))).Select(right => right.Holds).DefaultIfEmpty().Max();
        Assert.Equal(holds, found);
    }

    [Fact]
    public void Whether_pods_share_the_nodes_processes_may_not_be_known() =>
        Assert.Contains(Of("n/p", Pod("""{ "hostPID": "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "containers": [] }"""), Cluster, Kubelet), right => right.Holds == Truth.Maybe && right.Chain[0].Contains("the node's processes", StringComparison.Ordinal));
}
