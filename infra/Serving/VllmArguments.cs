using System.Globalization;
using System.Text.Json;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>
/// The command line and environment of vLLM: local safetensors only, no code of the model's, no prompts in logs, nothing that a caller could use to
/// copy the model, and a bound on everything that a request can ask for.
/// </summary>
public static class VllmArguments
{
    /// <summary>The port on the loopback interface, which only the guard reaches.</summary>
    public const int Port = 8000;

    /// <summary>The command line for a model. Replicas that tenants share keep no cache of prefixes, because its timing tells what others asked.</summary>
    public static IReadOnlyList<string> Of(ModelSettings model, bool shared) =>
    [
        "--model=/models",
        $"--served-model-name={model.Name}",
        "--host=127.0.0.1",                              // serving-server-listens-behind-the-guard
        $"--port={Text(Port)}",
        "--load-format=safetensors",                     // serving-weights-are-safetensors
        $"--tensor-parallel-size={Text(model.Gpus)}",
        $"--max-model-len={Text(model.ContextTokens)}",  // serving-requests-are-bounded
        $"--max-num-seqs={Text(model.Sequences)}",
        $"--max-num-batched-tokens={Text(Math.Max(model.ContextTokens, 2048))}",
        "--max-logprobs=0",                              // serving-logprobs-are-off
        $"--override-generation-config={JsonSerializer.Serialize(new { max_new_tokens = model.OutputTokens })}",
        """--limit-mm-per-prompt={"image":0,"video":0,"audio":0}""",
        "--chat-template=/models/chat_template.jinja",   // serving-chat-template-is-ours
        "--max-log-len=0",                               // serving-prompts-are-not-logged
        "--disable-fastapi-docs",                        // serving-server-tells-nothing-about-itself
        "--fingerprint-mode=none",
        "--allowed-origins=[]",
        "--allowed-methods=[]",
        "--allowed-headers=[]",
        "--h11-max-incomplete-event-size=65536",
        "--h11-max-header-count=64",
        "--enable-force-include-usage",
        shared ? "--no-enable-prefix-caching" : "--prefix-caching-hash-algo=sha256", // serving-shared-prefix-cache-is-off
    ];

    /// <summary>The environment.</summary>
    public static IReadOnlyList<(string Name, string Value)> Environment { get; } =
    [
        ("HF_HUB_OFFLINE", "1"), // serving-server-is-offline
        ("TRANSFORMERS_OFFLINE", "1"),
        ("HF_HUB_DISABLE_TELEMETRY", "1"),
        ("VLLM_NO_USAGE_STATS", "1"), // serving-usage-stats-are-off
        ("DO_NOT_TRACK", "1"),
        ("VLLM_MAX_N_SEQUENCES", "8"), // serving-choices-are-bounded
        ("VLLM_MEDIA_URL_ALLOW_REDIRECTS", "0"),
        ("VLLM_HOST_IP", "127.0.0.1"),
        ("VLLM_LOGGING_LEVEL", "WARNING"),
        ("VLLM_CACHE_ROOT", "/cache/vllm"), // serving-cache-is-private
        ("TORCHINDUCTOR_CACHE_DIR", "/cache/inductor"),
        ("TRITON_CACHE_DIR", "/cache/triton"),
        ("HOME", "/cache"),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
