using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LlmOpsSecure.Sdks.Tests.Conformance;

/// <summary>What the engine of a case answers: the content of its <c>engine.json</c>, of which every member is optional.</summary>
internal sealed record EngineRules
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public string Project { get; init; } = "proj";

    public string Stack { get; init; } = "dev";

    public string? Organization { get; init; } = "org";

    public Dictionary<string, string> Config { get; init; } = [];

    public string[] SecretKeys { get; init; } = [];

    /// <summary>Variables of the program that differ from the usual ones; null removes one.</summary>
    public Dictionary<string, string?> Environment { get; init; } = [];

    /// <summary>Features that the engine denies; it has all others.</summary>
    public Dictionary<string, bool> Features { get; init; } = [];

    /// <summary>Answers to registrations; the first that matches wins.</summary>
    public ResourceRule[] Resources { get; init; } = [];

    public ResourceRule[] Reads { get; init; } = [];

    public InvokeRule[] Invokes { get; init; } = [];

    public static EngineRules Of(string folder) => Path.Combine(folder, "engine.json") is var file && File.Exists(file)
        ? JsonSerializer.Deserialize<EngineRules>(File.ReadAllText(file), Options)!
        : new EngineRules();

    /// <summary>The environment of a program that talks to an engine with these rules.</summary>
    public Dictionary<string, string?> EnvironmentOf(string address, bool preview, string folder)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_ORGANIZATION"] = this.Organization,
            ["PULUMI_PROJECT"] = this.Project,
            ["PULUMI_STACK"] = this.Stack,
            ["PULUMI_ROOT_DIRECTORY"] = folder,
            ["PULUMI_PWD"] = folder,
            ["PULUMI_DRY_RUN"] = preview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(this.Config),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(this.SecretKeys),
        };
        foreach (var (name, value) in this.Environment)
        {
            variables[name] = value;
        }

        return variables;
    }
}

/// <summary>The answer to the registration or the read of resources. <c>*</c> matches any text; <c>${name}</c> in an answer becomes the resource's name.</summary>
internal sealed record ResourceRule
{
    public string Type { get; init; } = "*";

    public string Name { get; init; } = "*";

    public string Id { get; init; } = "${name}-id";

    /// <summary>The id in a preview: unknown unless given.</summary>
    public string PreviewId { get; init; } = "";

    /// <summary>Whether the inputs come back as outputs, as they do from most providers.</summary>
    public bool Echo { get; init; } = true;

    /// <summary>Outputs in a preview, over the inputs.</summary>
    public JsonObject Preview { get; init; } = [];

    /// <summary>Outputs in an update, over the inputs.</summary>
    public JsonObject Update { get; init; } = [];

    /// <summary>The call fails with this message, in an update and, with <see cref="PreviewToo"/>, in a preview.</summary>
    public string? Error { get; init; }

    public bool PreviewToo { get; init; }

    /// <summary>SUCCESS, FAIL or SKIP, in an update.</summary>
    public string Result { get; init; } = "SUCCESS";
}

/// <summary>The answer to an invoke: the first rule whose token and listed arguments match wins.</summary>
internal sealed record InvokeRule
{
    public required string Token { get; init; }

    public JsonObject Args { get; init; } = [];

    public JsonObject Return { get; init; } = [];

    public Dictionary<string, string> Failures { get; init; } = [];

    public string? Error { get; init; }
}
