namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>As <see cref="NodeFactAttribute"/>, with data.</summary>
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => this.Skip = NodeFactAttribute.Missing;
}
