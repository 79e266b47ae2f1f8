namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>A test that needs the packages of <c>tests/node</c>; without them it is skipped, saying so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>Makes the test.</summary>
    public NodeFactAttribute() => this.Skip = Directory.Exists(Path.Combine(StackFile.Root, "tests", "node", "node_modules")) ? null : "Needs Node and the packages of tests/node: run `npm ci --prefix tests/node`.";
}
