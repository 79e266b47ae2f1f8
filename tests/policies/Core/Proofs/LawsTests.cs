using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Proofs;

/// <summary>Each law, broken on purpose, tells what breaks it.</summary>
public sealed class LawsTests
{
    [Theory]
    [InlineData("proofs-sandboxes-hold-no-identity", 0, "tools/p[Pod] must not act as identity i, but it acts as service account tools/a by its token, which is mounted, then it acts as identity i by federated credential f")]
    [InlineData("proofs-model-servers-read-only-their-weights", 0, "service account models/server must not hold more than the reading of its weights, but it acts as identity i by federated credential f, then it holds Storage Blob Data Contributor at container weights (r)")]
    [InlineData("proofs-decisions-are-separated", 0, "identity p must not approve what it proposes, but it holds Azure Service Bus Data Sender at queue approved (two)")]
    [InlineData("proofs-audit-data-outlives-everybody", 0, "identity i must not delete the workspace logs, but it holds Log Analytics Contributor at analytics workspace logs (r)")]
    [InlineData("proofs-nobody-reaches-every-power", 0, "identity i must not reach Owner, but it holds Owner at resource group g (r)")]
    [InlineData("proofs-nobody-reaches-every-power", 3, "service account n/a must not reach cluster-admin, but it acts as cluster-admin by binding clusterroles (ClusterRoleBinding b → ClusterRole r)")]
    [InlineData("proofs-sandboxes-leave-only-by-a-list", 0, "n/s[Pod] must send nothing to the internet by way of others, but reaches n/p[Pod] (all connections), which reaches public addresses (all connections) without a list of hosts")]
    [InlineData("proofs-model-servers-reach-only-their-weights", 0, "the model server must reach its weights only, but n/a[Pod] reaches private endpoint e (key vault t): TCP 443")]
    [InlineData("proofs-no-public-address-leads-in", 1, "no public address must lead to the pods, but 203.0.113.0/24 reaches n/a[Pod]: TCP 443")]
    [InlineData("proofs-audit-records-arrive", 0, "the nodes of pool p must reach private endpoint e (private link scope s) at TCP 443, but security group g stops them: rule no (200) denies TCP 1-5670,5672-65535, UDP all ports, SCTP all ports")]
    [InlineData("proofs-audit-records-arrive", 1, "internetIngestionEnabled must be true unless a private link scope holds the workspace, but is false")]
    [InlineData("proofs-audit-records-arrive", 2, "networkRules.bypasses must have AzureServices, by which the records arrive, but is ['None']")]
    [InlineData("network-metadata-is-unreachable", 0, "the pods must not reach 169.254.169.254 and 168.63.129.16, but n/a[Pod] may: all connections")]
    [InlineData("network-model-servers-answer-gateways-only", 1, "the model server must answer its gateway only, but an address outside the cluster reaches n/a[Pod]: all connections")]
    [InlineData("sandbox-reaches-only-its-proxy", 1, "the pods must reach no public address by number, but n/a[Pod] may: all connections")]
    [InlineData("serving-servers-reach-no-internet", 1, "the pods must reach no public address, but n/a[Pod] may: TCP 443")]
    public void A_broken_law_tells_what_breaks_it(string id, int example, string message)
    {
        var policy = PolicyPack.Kit.Find(id)!;
        Assert.Equal(message, Assert.IsType<Violation>(Assert.Single(Examples.Judge(policy, policy.Info.Bad[example]))).Message);
    }
}
