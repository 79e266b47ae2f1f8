using System.CommandLine;
using System.Text.RegularExpressions;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Output;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Commands;

/// <summary><c>llmops new</c>: forks a stack. Copies the configuration of another, with its comments, and sets what the project's template asks for.</summary>
internal static partial class NewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The new stack: letters, digits, '-', '_' and '.'." };
        var from = new Option<string>("--from") { Description = "The stack to copy.", DefaultValueFactory = _ => "dev" };
        var project = new Option<string>("--project", "-C") { Description = "The folder of Pulumi.yaml.", DefaultValueFactory = _ => "." };
        var config = new Option<string[]>("--config", "-c") { Description = "A value, as key=value. May be given several times; what is not given is asked for on a terminal, and kept otherwise." };
        var command = new Command("new", "Fork a stack: copy the configuration of one and change what must change.") { name, from, project, config };
        command.SetAction(parsed =>
        {
            var stack = parsed.GetValue(name)!;
            if (!StackName().IsMatch(stack))
            {
                throw new InputException("NAME", $"it must be 1 to 100 letters, digits, '-', '_' and '.', but is '{stack}'");
            }

            var source = ProjectFile.Read(parsed.GetValue(project)!, parsed.GetValue(from)!);
            var file = Path.Combine(Path.GetDirectoryName(source.StackFile)!, $"Pulumi.{stack}.yaml");
            if (File.Exists(file))
            {
                throw new InputException(file, "it exists already, and is left as it is");
            }

            var given = Given(parsed.GetValue(config) ?? []);
            var template = StackTemplate.Read(source.Folder, source.StackFile);
            foreach (var key in given.Keys.Where(key => !template.Has(key)))
            {
                throw new InputException("--config", $"'{key}' is not a single value of stack '{parsed.GetValue(from)}'; there are {string.Join(", ", template.Keys)}");
            }

            var kept = new List<string>();
            foreach (var (key, description) in template.Questions)
            {
                if (given.ContainsKey(key))
                {
                    continue;
                }

                var answer = Ask(key, description, template[key]);
                if (answer.Length == 0 || answer == template[key])
                {
                    kept.Add(key);
                }
                else
                {
                    given[key] = answer;
                }
            }

            AtomicFile.Write(file, template.With(given));
            Console.Out.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, file)} is stack '{stack}'.");
            if (kept.Count > 0)
            {
                Console.Out.WriteLine($"As in '{parsed.GetValue(from)}': {string.Join(", ", kept)}.");
            }

            Console.Out.WriteLine($"Next: change its models, tenants, groups and gateway, then `llmops preview --stack {stack}`.");
            return ExitCode.Clean;
        });
        return command;
    }

    private static Dictionary<string, string> Given(string[] pairs)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                throw new InputException("--config", $"it must be key=value, but is '{pair}'");
            }

            given[pair[..at]] = pair[(at + 1)..];
        }

        return given;
    }

    private static string Ask(string key, string description, string present)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return "";
        }

        Console.Out.Write($"{key}: {description} ({present}): ");
        return Console.ReadLine()?.Trim() ?? "";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,100}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StackName();
}
