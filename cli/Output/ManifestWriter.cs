using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Policies.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LlmOpsSecure.Cli.Output;

/// <summary>Writes the Kubernetes objects of a preview as YAML, one file each. Secrets and values that are not known are named, never written.</summary>
internal static class ManifestWriter
{
    public static void Write(string folder, OperationResult result)
    {
        foreach (var step in result.Live.Where(step => step.State.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && step.State.Inputs["apiVersion"] is not null))
        {
            var inputs = step.State.Inputs;
            var kind = inputs["kind"]!.Text;
            var space = inputs["metadata"]?["namespace"] is { Kind: PropertyKind.Text, Text: var text } ? text : "cluster";
            var name = inputs["metadata"]?["name"] is { Kind: PropertyKind.Text, Text: var own } ? own : step.State.Name;
            using var writer = new StringWriter();
            var emitter = new Emitter(writer, new EmitterSettings().WithMaxSimpleKeyLength(1024));
            emitter.Emit(new StreamStart());
            emitter.Emit(new DocumentStart(null, null, isImplicit: true));
            Emit(emitter, inputs);
            emitter.Emit(new DocumentEnd(isImplicit: true));
            emitter.Emit(new StreamEnd());
            AtomicFile.Write(Path.Combine(folder, Safe($"{space}.{kind}.{name}".ToLowerInvariant()) + ".yaml"), writer.ToString());
        }
    }

    private static string Safe(string name) => string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' ? character : '-'));

    private static void Emit(Emitter emitter, PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var (name, member) in value.Members.Where(member => !member.Key.StartsWith("__", StringComparison.Ordinal) && member.Value.Kind != PropertyKind.Null))
                {
                    emitter.Emit(new Scalar(name));
                    Emit(emitter, member);
                }

                emitter.Emit(new MappingEnd());
                break;
            case PropertyKind.List:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in value.Items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case PropertyKind.Boolean:
                emitter.Emit(new Scalar(value.Boolean ? "true" : "false"));
                break;
            case PropertyKind.Number:
                emitter.Emit(new Scalar(value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                break;
            case PropertyKind.Secret:
                emitter.Emit(Quoted("[secret]"));
                break;
            case PropertyKind.Unknown:
                emitter.Emit(Quoted("[known after deployment]"));
                break;
            default:
                emitter.Emit(value.Text.Contains('\n', StringComparison.Ordinal) ? new Scalar(AnchorName.Empty, TagName.Empty, value.Text, ScalarStyle.Literal, isPlainImplicit: false, isQuotedImplicit: true) : Quoted(value.Text));
                break;
        }
    }

    private static Scalar Quoted(string text) => new(AnchorName.Empty, TagName.Empty, text, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true);
}
