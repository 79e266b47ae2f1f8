using System.CommandLine;

namespace LlmOpsSecure.Cli.Commands.Prove;

/// <summary><c>llmops prove</c>: who can reach what, who may do what, and how much can be taken.</summary>
internal static class ProveCommand
{
    public static Command Create() => new("prove", "Prove what a stack lets happen, before it is deployed.") { ProveNetwork.Create(), ProveAccess.Create(), ProveBudget.Create() };
}
