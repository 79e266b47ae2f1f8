using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The command lines of a pod's containers, in which many policies look for components of Kubernetes and nearly always find none.</summary>
internal sealed class Components
{
    private readonly List<(Container Container, List<CommandWord> Words)> lines;
    private readonly HashSet<string> names;

    private Components(PodSpec pod)
    {
        this.lines = [.. pod.Containers.Select(container => (container, Line(container).ToList()))];
        this.names = [.. this.lines.Select(line => line.Container.Name), .. this.lines.SelectMany(line => line.Words).Select(NameOf).OfType<string>()];
    }

    /// <summary>Those of a pod.</summary>
    public static Components Of(PodSpec pod) => new(pod);

    /// <summary>The flags of each container that runs the program.</summary>
    public IReadOnlyList<ComponentFlags> Of(string program) =>
        this.names.Contains(program) ? [.. this.lines.Select(line => ComponentFlags.Of(line.Container, line.Words, program)).OfType<ComponentFlags>()] : [];

    /// <summary>The program that a word names, without its folder; null for a word that is not known.</summary>
    public static string? NameOf(CommandWord word) => word.Text is { } text ? text[(text.LastIndexOf('/') + 1)..] : null;

    // Where no command is given the image's own program runs.
    private static IEnumerable<CommandWord> Line(Container container) =>
        (container["command"].IsAbsent ? [new CommandWord(container["image"].AsText is { } image ? image[(image.LastIndexOf('/') + 1)..].Split(':', '@')[0] : null, container["image"])] : container["command"].Items.SelectMany(Words))
        .Concat(container["args"].Items.SelectMany(Words));

    private static IEnumerable<CommandWord> Words(Field part) =>
        part.AsText is { } text && text.AsSpan().IndexOfAny(" \n;&|") >= 0
            ? ShellScript.Split(text, part, new ShellVariables(_ => new CommandWord(null, part), [], new(0))).SelectMany(command => command)
            : [new CommandWord(part.IsUnknown ? null : part.AsText ?? "", part)];
}
