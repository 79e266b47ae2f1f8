using System.Runtime.InteropServices;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>
/// The events of a YAML text whose nesting and values are bounded. What an alias repeats counts each time, so that a few lines become neither gigabytes nor deeper than the stack.
/// </summary>
/// <param name="place">Where it comes from, for messages.</param>
/// <param name="bytes">The text.</param>
/// <param name="most">The most values.</param>
internal sealed class BoundedYaml(string place, ReadOnlyMemory<byte> bytes, int most) : IParser
{
    // A stack's configuration is written by people.
    private const int MaxConfiguration = 1_000_000;

    private readonly Parser parser = new(new StreamReader(MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray()), Encoding.UTF8));
    private readonly Dictionary<AnchorName, (int Values, int Height)> anchors = [];
    private readonly Stack<(AnchorName Anchor, int Before, int Height)> open = new();

    /// <summary>The values so far.</summary>
    public int Values { get; private set; }

    public ParsingEvent? Current => this.parser.Current;

    /// <summary>The mapping that a file of configuration holds, empty if it holds nothing.</summary>
    public static YamlMappingNode ReadMapping(string file) => Mapping(file, InputFile.Read(file));

    /// <summary>The mapping that a text holds, as that of a file.</summary>
    public static YamlMappingNode Mapping(string place, ReadOnlyMemory<byte> bytes)
    {
        var stream = new YamlStream();
        var yaml = new BoundedYaml(place, bytes, MaxConfiguration);
        try
        {
            stream.Load(yaml);
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            throw yaml.Broken(error);
        }

        return stream.Documents.Count == 0 ? [] : stream.Documents[0].RootNode as YamlMappingNode ?? throw new InputException(place, "it must be a YAML mapping");
    }

    public bool MoveNext()
    {
        if (!this.parser.MoveNext())
        {
            return false;
        }

        switch (this.Current)
        {
            case DocumentStart:
                this.anchors.Clear();
                break;
            case AnchorAlias alias:
                var known = this.anchors.TryGetValue(alias.Value, out var found) ? found : throw this.At($"the alias '*{alias.Value}' must name an anchor above it, but there is none");
                this.Add(known.Values, known.Height);
                break;
            case MappingStart or SequenceStart:
                var start = (NodeEvent)this.Current;
                this.anchors.Remove(start.Anchor); // what it holds may not repeat it
                this.open.Push((start.Anchor, this.Values, 0));
                this.Add(1, 0);
                break;
            case MappingEnd or SequenceEnd:
                var (anchor, before, height) = this.open.Pop();
                this.Anchor(anchor, this.Values - before, height + 1);
                this.Raise(height + 1);
                break;
            case Scalar scalar:
                this.Add(1, 0);
                this.Anchor(scalar.Anchor, 1, 0);
                break;
            default:
                break;
        }

        return true;
    }

    /// <summary>What is wrong, where the parser found it.</summary>
    public InputException Broken(Exception error)
    {
        var detail = error is YamlException ? error.InnerException?.Message ?? error.Message : "a list or a mapping is not closed";
        var colon = detail.IndexOf("): ", StringComparison.Ordinal);
        var at = error is YamlException { Start: var start } ? start : this.Current?.Start ?? Mark.Empty;
        return new InputException($"{place}:{at.Line}:{at.Column}", $"the YAML is broken: {(detail.StartsWith('(') && colon > 0 ? detail[(colon + 3)..] : detail).TrimEnd('.')}");
    }

    private void Add(int values, int height)
    {
        if (values > most - this.Values)
        {
            throw this.At($"there are more than {most} values, anchors counted each time they are used");
        }

        this.Values += values;
        if (this.open.Count + height > InputFile.MaxDepth)
        {
            throw this.At($"the nesting is deeper than {InputFile.MaxDepth}");
        }

        this.Raise(height);
    }

    private void Raise(int height)
    {
        if (this.open.TryPeek(out var around) && around.Height < height)
        {
            this.open.Pop();
            this.open.Push(around with { Height = height });
        }
    }

    private void Anchor(AnchorName anchor, int values, int height)
    {
        if (!anchor.IsEmpty)
        {
            this.anchors[anchor] = (values, height);
        }
    }

    private InputException At(string message) => new($"{place}:{this.Current!.Start.Line}:{this.Current.Start.Column}", message);
}
