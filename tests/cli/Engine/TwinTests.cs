using System.Text;
using System.Text.Json;
using LlmOpsSecure.Cli.Engine;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>One program on the official npm packages and on our C# SDK: the engine sees the same.</summary>
public sealed class TwinTests
{
    private const string Stack = """
        config:
          twin:region: westeurope
          twin:token: token-canary
          twin:kubeconfig: kubeconfig-canary
        """;

    [NodeFact]
    public async Task The_same_program_on_both_SDKs_makes_the_same_registrations()
    {
        foreach (var isPreview in new[] { true, false })
        {
            var (node, dotnet) = (await RunAsync("nodejs", isPreview), await RunAsync("dotnet", isPreview));
            Assert.Equal(node, dotnet);
            Assert.Contains("urn:pulumi:dev::twin::twin:secrets:Vault$azure:keyvault/secret:Secret::vault-token", dotnet, StringComparison.Ordinal);
        }
    }

    private static async Task<string> RunAsync(string runtime, bool isPreview)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("index.js", File.ReadAllText(Path.Combine(Repository.Root, "tests", "cli", "Twin", "index.js")));
        sandbox.Write("package.json", """{ "name": "twin", "private": true, "main": "index.js" }""");
        sandbox.Write("Pulumi.yaml", runtime == "nodejs" ? "name: twin\nruntime: nodejs\n" : $"name: twin\nruntime: {{ name: dotnet, options: {{ binary: '{Sandbox.Built("LlmOpsSecure.Twin")}' }} }}\n");
        sandbox.Write("Pulumi.dev.yaml", Stack);
        sandbox.Write(".llmops/other.json", """
            { "version": 3, "deployment": { "resources": [ { "urn": "urn:pulumi:other::twin::pulumi:pulumi:Stack::twin-other", "custom": false, "type": "pulumi:pulumi:Stack", "outputs": { "shared": "of-another-stack" } } ] } }
            """);
        var result = await sandbox.RunAsync(isPreview);
        Assert.False(result.Failed, string.Join('\n', result.Diagnostics.Select(diagnostic => diagnostic.Text)));
        return Describe(result.State);
    }

    // Everything that a registration says and a state keeps, but for times and places in the source.
    private static string Describe(StateDocument state)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var resource in state.Resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("urn", resource.Urn);
                json.WriteString("of", $"custom {resource.IsCustom}, external {resource.External}, protect {resource.Protect}, retain {resource.RetainOnDelete}, deleted with {resource.DeletedWith}, replace first {resource.Options.DeleteBeforeReplace}, timeouts {resource.Timeouts}");
                json.WriteString("parent", resource.Parent);
                json.WriteString("provider", resource.Provider);
                json.WriteString("options", string.Join(" ", resource.Options.IgnoreChanges.Concat(resource.ReplaceOnChanges).Concat(resource.Options.Aliases).Concat(resource.Options.AdditionalSecretOutputs.Distinct().Order(StringComparer.Ordinal))));
                json.WriteString("dependencies", string.Join(" ", resource.Dependencies.Order(StringComparer.Ordinal)));
                foreach (var (name, urns) in resource.PropertyDependencies.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    json.WriteString(name, string.Join(" ", urns.Order(StringComparer.Ordinal)));
                }

                json.WritePropertyName("inputs");
                StateValues.Write(json, resource.Inputs, null);
                json.WritePropertyName("outputs");
                StateValues.Write(json, resource.Outputs, null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
