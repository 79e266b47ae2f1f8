namespace Pulumi;

/// <summary>Ends the run with a message for the user and nothing else.</summary>
public class RunException : Exception
{
    /// <summary>An exception with the message.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with the message and what caused it.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says that properties marked as outputs are not outputs.</summary>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
}

/// <summary>Ends the run with a message that is shown at a resource.</summary>
/// <param name="message">The message.</param>
/// <param name="resource">The resource.</param>
/// <param name="hideStack">Whether only the message is shown.</param>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}

/// <summary>The engine could not be told of a message.</summary>
/// <param name="exception">What went wrong.</param>
public class LogException(Exception exception) : Exception("Error occurred during logging", exception);
