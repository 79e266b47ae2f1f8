using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Infra.Tests.Proofs;

/// <summary>Over all role assignments of every stack: nobody but the group of approvers sends to <c>approved</c>, by whatever chain of identities and whatever scope.</summary>
public sealed class DecisionTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Only_approvers_approve(string stack)
    {
        var recorded = await Recorded.Stack(stack);
        var graph = AccessGraph.Of(PolicyView.Of(recorded));
        var approvers = StackFile.Settings(stack).Groups.Approvers;
        var senders = graph.Identities.Select(identity => (identity, Rights: graph.RightsOf(identity).Where(right => right.Holds != Truth.No && right.Can.Contains("messages-send")).ToList())).Where(one => one.Rights.Count > 0).ToList();
        var beyondProposals = senders.Where(one => one.Rights.Any(right => right.At?["name"].AsText != "proposals")).Select(one => one.identity.Name).Distinct().ToList();
        Assert.Equal([approvers], beyondProposals);
        Assert.Contains(senders, one => one.identity.ToString().Contains("proposer", StringComparison.Ordinal)); // and the proposer does propose, or the test would see nothing
    }
}
