namespace LlmOpsSecure.Policies.Model;

/// <summary>A place in a source file.</summary>
/// <param name="File">Path of the file as it was given.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1; 0 where it is not known.</param>
public sealed record SourceLocation(string File, int Line, int Column = 0);
