using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Infra.Tests.Proofs;

/// <summary>Over all role assignments of every stack: nobody but the approvers writes to <c>approved</c>, by whatever chain.</summary>
public sealed class DecisionTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_identity_of_a_model_has_a_path_to_approved(string stack)
    {
        var graph = AccessGraph.Of(PolicyView.Of(await Recorded.Stack(stack)));
        var senders = graph.Identities.Where(identity => graph.RightsOf(identity).Any(right => right.Holds != Truth.No && Approves(right))).Select(identity => identity.ToString()).ToList();
        Assert.NotEmpty(senders); // the approvers, or the test would see nothing
        Assert.DoesNotContain(senders, name => name.Contains("proposer", StringComparison.Ordinal) || name.Contains("executor", StringComparison.Ordinal) || name.Contains("models", StringComparison.Ordinal) || name.Contains("sandbox", StringComparison.Ordinal));
        Assert.Contains(graph.Identities, identity => identity.ToString().Contains("proposer", StringComparison.Ordinal) && graph.RightsOf(identity).Any(right => right.At?["name"].AsText == "proposals"));
    }

    // Writing to the queue, or any right at the bus that holds it.
    private static bool Approves(AccessRight right) =>
        (right.At?["name"].AsText == "approved" && right.Role.Contains("Sender", StringComparison.Ordinal)) || right.At?.Type == "azure:servicebus/namespace:Namespace" || right.Role.Contains("Service Bus Data Owner", StringComparison.Ordinal);
}
