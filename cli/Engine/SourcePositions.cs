using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Places in a program as a state says them: relative to the project.</summary>
internal static class SourcePositions
{
    /// <summary>The place; null where the program does not tell, or names no file.</summary>
    public static string? Of(SourcePosition? position, string root)
    {
        if (position is null || !Uri.TryCreate(position.Uri, UriKind.Absolute, out var uri) || !uri.IsFile)
        {
            return null;
        }

        var path = Path.GetRelativePath(root, uri.LocalPath).Replace('\\', '/');
        return $"project:///{path}{(position.Line > 0 ? $"#{position.Line}{(position.Column > 0 ? $",{position.Column}" : "")}" : "")}";
    }

    /// <summary>The places by which the program came there.</summary>
    public static IReadOnlyList<string?> Of(StackTrace? trace, string root) => trace is null ? [] : [.. trace.Frames.Select(frame => Of(frame.Pc, root))];
}
