namespace LlmOpsSecure.Infra.Configuration;

/// <summary>The stack's configuration has errors; the message names all of them, one a line.</summary>
public sealed class SettingsException(IReadOnlyList<SettingError> errors) : Exception(Text(errors))
{
    /// <summary>The errors, in the order of reading.</summary>
    public IReadOnlyList<SettingError> Errors { get; } = errors;

    private static string Text(IReadOnlyList<SettingError> errors) =>
        string.Join('\n', errors.Select(error => $"  {error}").Prepend(errors.Count == 1 ? "The stack's configuration has an error:" : $"The stack's configuration has {errors.Count} errors:"));
}
