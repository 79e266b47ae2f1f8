namespace LlmOpsSecure.Cli.Output;

/// <summary>Colours for a terminal.</summary>
internal static class Paint
{
    /// <summary>Whether standard output takes colours: a terminal, and NO_COLOR is not set.</summary>
    public static bool Wanted => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Paints by meaning, or not at all.</summary>
    public static Func<string, string, string> Style(bool colour) => !colour ? (_, text) => text : (kind, text) => kind switch
    {
        "error" => $"\e[31m{text}\e[0m",
        "warning" => $"\e[33m{text}\e[0m",
        "good" => $"\e[32m{text}\e[0m",
        "note" => $"\e[2m{text}\e[0m",
        _ => $"\e[1m{text}\e[0m",
    };
}
