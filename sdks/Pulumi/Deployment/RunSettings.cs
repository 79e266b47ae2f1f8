using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>What the engine tells a program through its environment.</summary>
internal sealed record RunSettings
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public required string Organization { get; init; }

    public required bool DryRun { get; init; }

    public string RootDirectory { get; init; } = "";

    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> SecretKeys { get; init; } = [];

    /// <summary>Reads the environment; what is missing or malformed throws <see cref="InvalidOperationException"/>.</summary>
    public static (RunSettings Settings, string Monitor, string Engine) FromEnvironment()
    {
        static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

        var (monitor, engine, project, stack) = (Read("PULUMI_MONITOR"), Read("PULUMI_ENGINE"), Read("PULUMI_PROJECT"), Read("PULUMI_STACK"));
        if (monitor is null || engine is null || project is null || stack is null
            || !bool.TryParse(Read("PULUMI_DRY_RUN"), out var dryRun) || !bool.TryParse(Read("PULUMI_QUERY_MODE"), out _) || !int.TryParse(Read("PULUMI_PARALLEL"), CultureInfo.InvariantCulture, out _))
        {
            throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        return (new RunSettings
        {
            Project = project,
            Stack = stack,
            Organization = Read("PULUMI_ORGANIZATION") ?? "organization",
            DryRun = dryRun,
            RootDirectory = Read("PULUMI_ROOT_DIRECTORY") ?? "",
            Config = ReadConfig(Read("PULUMI_CONFIG")),
            SecretKeys = Read("PULUMI_CONFIG_SECRET_KEYS") is { } keys ? [.. JsonDocument.Parse(keys).RootElement.EnumerateArray().Select(key => Clean(key.GetString()!))] : [],
        }, monitor, engine);
    }

    internal static ImmutableDictionary<string, string> ReadConfig(string? json) => json is null
        ? ImmutableDictionary<string, string>.Empty
        : JsonDocument.Parse(json).RootElement.EnumerateObject().ToImmutableDictionary(entry => Clean(entry.Name), entry => entry.Value.GetString() ?? "");

    // The engine once wrote project:config:key.
    private static string Clean(string key) => key.IndexOf(":config:", StringComparison.Ordinal) is >= 0 and var at ? key[..at] + key[(at + ":config".Length)..] : key;
}
