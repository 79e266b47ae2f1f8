using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Stands in for the engine and its providers in a test.</summary>
public interface IMocks
{
    /// <summary>Answers a registration or a read: the id (null or empty is unknown) and the state, a dictionary of outputs.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers an invoke or a method call: a dictionary.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Sees the outputs that a component or the stack registers.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

/// <summary>A registration or a read.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name in the program.</summary>
    public string? Name { get; set; }

    /// <summary>The inputs that are known; secrets are plain.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider as urn::id; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a read; empty for a registration.</summary>
    public string? Id { get; set; }
}

/// <summary>An invoke or a method call.</summary>
public class MockCallArgs
{
    /// <summary>The function's token.</summary>
    public string? Token { get; set; }

    /// <summary>The arguments that are known; secrets are plain.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider as urn::id; empty for the default one.</summary>
    public string? Provider { get; set; }
}

/// <summary>The outputs that a component or the stack registers.</summary>
/// <param name="urn">The URN of the component or stack.</param>
/// <param name="outputs">The outputs.</param>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>The outputs.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;

    /// <summary>The URN of the component or stack.</summary>
    public readonly string Urn = urn;
}

/// <summary>Mocks that answer nothing.</summary>
public class EmptyMocks : IMocks
{
    /// <inheritdoc/>
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    /// <inheritdoc/>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("", args.Inputs));
}

/// <summary>How a test runs a program.</summary>
public class TestOptions
{
    /// <summary>Whether it is a preview; true by default.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization; <c>organization</c> by default.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The project; <c>project</c> by default.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The folder of the project.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>The stack; <c>stack</c> by default.</summary>
    public string? StackName { get; set; }
}
