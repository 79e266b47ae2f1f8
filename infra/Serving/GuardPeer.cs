namespace LlmOpsSecure.Infra.Serving;

/// <summary>One replica of a guard, which tells the others what it has counted.</summary>
/// <param name="Name">The replica's host name, by which it knows itself.</param>
/// <param name="Address">Where the others reach it, with the port; a name in it is resolved once, when the guard starts.</param>
public sealed record GuardPeer(string Name, string Address);
