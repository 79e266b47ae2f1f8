using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Proofs.Access;

/// <summary>Each law of identities, broken on purpose, tells the chain that breaks it.</summary>
public sealed class AccessLawsTests
{
    [Theory]
    [InlineData("proofs-sandboxes-hold-no-identity", 0, "tools/p[Pod] must not act as identity i, but it acts as service account tools/a by its token, which is mounted, then it acts as identity i by federated credential f")]
    [InlineData("proofs-model-servers-read-only-their-weights", 0, "service account models/server must not hold more than the reading of its weights, but it acts as identity i by federated credential f, then it holds Storage Blob Data Contributor at container weights (r)")]
    [InlineData("proofs-decisions-are-separated", 0, "identity p must not approve what it proposes, but it holds Azure Service Bus Data Sender at queue approved (two)")]
    [InlineData("proofs-audit-data-outlives-everybody", 0, "identity i must not delete the workspace logs, but it holds Log Analytics Contributor at analytics workspace logs (r)")]
    [InlineData("proofs-nobody-reaches-every-power", 0, "identity i must not reach Owner, but it holds Owner at resource group g (r)")]
    [InlineData("proofs-nobody-reaches-every-power", 3, "service account n/a must not reach cluster-admin, but it acts as cluster-admin by binding clusterroles (ClusterRoleBinding b → ClusterRole r)")]
    public void A_broken_law_tells_the_chain(string id, int example, string message)
    {
        var policy = PolicyPack.Kit.Find(id)!;
        Assert.Equal(message, Assert.IsType<Violation>(Assert.Single(Examples.Judge(policy, policy.Info.Bad[example]))).Message);
    }
}
