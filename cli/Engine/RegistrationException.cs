namespace LlmOpsSecure.Cli.Engine;

/// <summary>The engine refuses what a program asks; the message goes to the program.</summary>
internal sealed class RegistrationException(string message) : Exception(message)
{
    /// <summary>Whether the run is over: the program is to end without an error of its own.</summary>
    public bool IsShutdown { get; init; }
}
