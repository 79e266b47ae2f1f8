namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>A test that starts programs or packs on the official npm packages; without them it is skipped, saying so.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => this.Skip = Missing;

    /// <summary>Why such tests are skipped; null where they run.</summary>
    public static string? Missing => File.Exists(Path.Combine(Sandbox.NodeModules, "@pulumi", "pulumi", "package.json")) ? null : "Needs Node and the packages of tests/node: run `npm ci --prefix tests/node`.";
}
