using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Cli.Output;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Documentation;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Commands;

/// <summary><c>llmops policies</c>: lists, explains and documents the policies.</summary>
internal static class PoliciesCommand
{
    public static Command Create() => new("policies", "List, explain and document the policies.") { List(), Show(), Docs() };

    private static Command List()
    {
        var search = new Argument<string?>("SEARCH") { Description = "Only policies whose id, title, threats, controls or equivalents contain this.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("list", "List the policies.") { search, json };
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(search) ?? "";
            var found = PolicyPack.Kit.Policies.Select(policy => policy.Info).Where(info => Texts(info).Any(one => one.Contains(text, StringComparison.OrdinalIgnoreCase))).ToList();
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(
                    found.Select(info => new ListedPolicy(info.Id, info.Title, info.Severity.ToString().ToLowerInvariant(), info.DefaultEnforcement.ToString().ToLowerInvariant(), info.Types, info.Controls.Select(control => control.ToString()), info.Equivalents)),
                    CliJson.Indented.IEnumerableListedPolicy));
                return ExitCode.Clean;
            }

            var width = found.Count == 0 ? 0 : found.Max(info => info.Id.Length);
            foreach (var info in found)
            {
                Console.Out.WriteLine($"{info.Id.PadRight(width)}  {info.Severity.ToString().ToLowerInvariant(),-8}  {info.Title}");
            }

            Console.Out.WriteLine($"{found.Count} of {PolicyPack.Kit.Policies.Count} policies");
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID") { Description = "The policy's id, or the id of another tool's rule." };
        var command = new Command("show", "Explain a policy: why, fix, examples, frameworks, equivalents.") { id };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(id)!;
            var found = PolicyPack.Kit.Find(wanted) is { } policy ? [policy] : PolicyPack.Kit.Policies.Where(one => one.Info.Equivalents.Contains(wanted, StringComparer.OrdinalIgnoreCase)).ToList();
            if (found.Count == 0)
            {
                var alike = PolicyPack.Kit.Policies.Select(one => one.Info.Id).Where(one => one.Split('-').Intersect(wanted.Split('-')).Count() >= 2).Take(5).ToList();
                throw new InputException("policies show", $"there is no policy '{wanted}'{(alike.Count > 0 ? $"; near it are {string.Join(", ", alike)}" : "; `llmops policies list` shows them all")}");
            }

            Console.Out.Write(string.Join("\n", found.Select(one => PolicyPage.Of(one.Info))));
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command Docs()
    {
        var folder = new Option<string>("--dir") { Description = "The folder to write to.", DefaultValueFactory = _ => "docs/policies" };
        var command = new Command("docs", "Write a page for each policy, and an index.") { folder };
        command.SetAction(parsed =>
        {
            var pages = PolicyPage.All(PolicyPack.Kit);
            foreach (var (name, text) in pages)
            {
                Output.AtomicFile.Write(Path.Combine(parsed.GetValue(folder)!, name), text);
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages in {parsed.GetValue(folder)}"));
            return ExitCode.Clean;
        });
        return command;
    }

    private static IEnumerable<string> Texts(PolicyInfo info) => [info.Id, info.Title, .. info.Threats.Select(threat => threat.ToString()), .. info.Controls.Select(control => control.ToString()), .. info.Equivalents];
}

/// <summary>A policy in the list as JSON.</summary>
internal sealed record ListedPolicy(string Id, string Title, string Severity, string Enforcement, IReadOnlyList<string> Types, IEnumerable<string> Controls, IReadOnlyList<string> Equivalents);
