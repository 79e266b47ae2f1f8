using System.Text.Json;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>Each resource option of the official Node SDK: what it makes of a second run of a small program (<c>Programs/options</c>), and what the state keeps of it.</summary>
public sealed class OptionsTests
{
    private static readonly Lazy<Task<(OperationResult First, OperationResult Second)>> All = new(() => RunAsync([.. Accepted.Select(row => (string)row[0])]));

    public static TheoryData<string, string, string> Accepted => new()
    {
        { "additionalSecretOutputs", "Same additionalSecretOutputs", "location is secret" },
        { "aliases", "Same aliases-new", "was aliases" },
        { "customTimeouts", "Same customTimeouts", "create 300, delete 5400" },
        { "deletedWith", "Same deletedWith, Same deletedWith-other", "deleted with deletedWith-other" },
        { "deleteBeforeReplace", "Replace deleteBeforeReplace by location", "replace first False" },
        { "dependsOn", "Same dependsOn, Same dependsOn-component, Same dependsOn-other", "depends on dependsOn-other" },
        { "ignoreChanges", "Same ignoreChanges", "ignores tags" },
        { "import", "Same import", "imported import" },
        { "parent", "Same parent, Same parent-component", "below parent-component" },
        { "pluginDownloadURL", "Same pluginDownloadURL", "provider default_6_40_0_https_/plugins.example.com/azure" },
        { "provider", "Same provider, Same provider-provider", "provider provider-provider" },
        { "providers", "Same providers, Same providers-component, Same providers-provider", "below providers-component, provider providers-provider" },
        { "replaceOnChanges", "Replace replaceOnChanges by tags.run", "replaced by tags" },
        { "replacementTrigger", "Replace replacementTrigger by replacementTrigger", "trigger 2" },
        { "replaceWith", "Replace replaceWith by the replacement of replaceWith-other, Replace replaceWith-other by location", "depends on replaceWith-other, replaced with replaceWith-other" },
        { "retainOnDelete", "Delete retainOnDelete (kept by the cloud (retainOnDelete))", "" },
        { "urn", "Same urn", "" },
        { "version", "Same version", "provider default_6_1_0" },
    };

    [NodeTheory]
    [MemberData(nameof(Accepted))]
    public async Task An_option(string option, string steps, string kept)
    {
        var (first, second) = await All.Value;
        Assert.False(first.Failed || second.Failed, string.Join('\n', first.Diagnostics.Concat(second.Diagnostics).Select(message => message.Text)));
        Assert.Equal(steps, string.Join(", ", second.Steps.Where(step => Of(step.State.Name) == option).Select(Describe).Order(StringComparer.Ordinal)));
        var state = second.State.Resources.FirstOrDefault(resource => resource.Name == option || resource.Name == $"{option}-new");
        Assert.Equal(kept, state is null ? "" : string.Join(", ", Kept(state)));
        Assert.Contains(first.Diagnostics, message => message.Text == "found westeurope"); // by its URN
    }

    [NodeTheory]
    [InlineData("protect", 2, "the resource is protected and cannot be deleted")]
    [InlineData("hooks", 1, "Resource hooks are not supported by the embedded engine")]
    [InlineData("transforms", 1, "Resource transforms are not supported by the embedded engine")]
    public async Task An_option_that_refuses(string option, int run, string message)
    {
        var (first, second) = await RunAsync(option);
        Assert.Equal(run == 1, first.Failed);
        Assert.Contains((run == 1 ? first : second).Diagnostics, diagnostic => diagnostic.Severity == "error" && diagnostic.Text.Contains(message, StringComparison.Ordinal));
        Assert.Equal(option == "protect", second.State.Resources.Any(resource => resource.Name == option));
    }

    private static async Task<(OperationResult First, OperationResult Second)> RunAsync(params string[] programs)
    {
        using var sandbox = new Sandbox("options");
        async Task<OperationResult> OfAsync(int run, StateDocument? against)
        {
            sandbox.Write("Pulumi.dev.yaml", $"config:\n  options:run: {run}\n  options:programs: {JsonSerializer.Serialize(programs)}\n");
            return await sandbox.RunAsync(isPreview: false, against);
        }

        var first = await OfAsync(1, null);
        return (first, await OfAsync(2, first.State));
    }

    private static string Of(string name) => name.Split('-')[0];

    private static string Describe(Step step) => $"{step.Op} {step.State.Name}{(step.Replaces.Count > 0 ? $" by {string.Join(' ', step.Replaces)}" : "")}{(step.Note.Length > 0 ? $" ({step.Note})" : "")}";

    // What a resource without options does not have.
    private static IEnumerable<string> Kept(ResourceState state)
    {
        string? Named(string? urn) => urn?.Split("::")[3];
        (string, IEnumerable<string?>)[] facts =
        [
            ("was", state.Options.Aliases.Select(Named)),
            ("below", state.Parent is { } parent && !parent.Contains(ResourceOperation.StackType, StringComparison.Ordinal) ? [Named(parent)] : []),
            ("provider", Named(state.Provider) is { } provider && provider != "default_6_40_0" ? [provider] : []),
            ("depends on", state.Dependencies.Select(Named).Order(StringComparer.Ordinal)),
            ("ignores", state.Options.IgnoreChanges),
            ("replaced by", state.ReplaceOnChanges),
            ("replaced with", state.ReplaceWith.Select(Named)),
            ("deleted with", state.DeletedWith is { Length: > 0 } with ? [Named(with)] : []),
            ("trigger", state.ReplacementTrigger is { } trigger ? [trigger.Text] : []),
            ("replace first", state.Options.DeleteBeforeReplace is { } before ? [before.ToString()] : []),
            ("create", state.Timeouts.Create > 0 ? [$"{state.Timeouts.Create}"] : []),
            ("delete", state.Timeouts.Delete > 0 ? [$"{state.Timeouts.Delete}"] : []),
            ("imported", state.ImportId is { Length: > 0 } id ? [id.Split('/')[^1]] : []),
        ];
        return facts.Where(fact => fact.Item2.Any()).Select(fact => $"{fact.Item1} {string.Join(", ", fact.Item2)}").Concat(state.Outputs["location"] is { Kind: PropertyKind.Secret } ? ["location is secret"] : []);
    }
}
