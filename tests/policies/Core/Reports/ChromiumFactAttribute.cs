namespace LlmOpsSecure.Policies.Tests.Reports;

/// <summary>A test that opens a page in a browser without a window; skipped, saying so, where Chromium is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    /// <summary>Looks for the browser.</summary>
    public ChromiumFactAttribute() => this.Skip = Program is null ? "chromium is not installed" : null;

    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
}
