namespace LlmOpsSecure.Infra.Workloads;

/// <summary>The content of an object of a custom kind: a record with the fields that the kit uses, in the words of the kind's definition.</summary>
public interface ICustomSpec
{
    /// <summary>Group and version.</summary>
    static abstract string ApiVersion { get; }

    /// <summary>The kind.</summary>
    static abstract string Kind { get; }
}
