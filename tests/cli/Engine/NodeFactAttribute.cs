namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>A test that starts programs or packs on the official npm packages; without them it is skipped, saying so.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!File.Exists(Path.Combine(Sandbox.NodeModules, "@pulumi", "pulumi", "package.json")))
        {
            this.Skip = "Needs Node and the packages of tests/node: run `npm ci --prefix tests/node`.";
        }
    }
}
