using System.Buffers;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>Tells which program a command line or an image runs.</summary>
internal static partial class EngineNames
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(["vllm", "sglang", "text-generation", "triton", "ollama", "llama"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text may name one of the programs: the quick look before the careful one.</summary>
    public static bool IsIn(string? text) => text.AsSpan().ContainsAny(Hints);

    /// <summary>The program that the word of a command line starts.</summary>
    public static ServingEngine? At(List<CommandWord> command, int at)
    {
        if (command[at].Text is not { } text)
        {
            return null;
        }

        var program = text[(text.LastIndexOf('/') + 1)..];
        var next = at + 1 < command.Count ? command[at + 1].Text : null;
        return program switch
        {
            "vllm" when next is "serve" => ServingEngine.Vllm,
            "sglang" when next is "serve" => ServingEngine.Sglang,
            "text-generation-launcher" or "text-generation-server" => ServingEngine.Tgi,
            "tritonserver" => ServingEngine.Triton,
            "ollama" when next is "serve" => ServingEngine.Ollama,
            "llama-server" => ServingEngine.LlamaCpp,
            _ when text.StartsWith("vllm.entrypoints.", StringComparison.Ordinal) => ServingEngine.Vllm,
            _ when text.StartsWith("sglang.launch_server", StringComparison.Ordinal) => ServingEngine.Sglang,
            _ when text.StartsWith("llama_cpp.server", StringComparison.Ordinal) => ServingEngine.LlamaCpp,
            _ => null,
        };
    }

    /// <summary>The program that an image starts by itself.</summary>
    public static ServingEngine? OfImage(string? image)
    {
        if (image is null)
        {
            return null;
        }

        var repository = image.Split('@')[0];
        repository = repository[(repository.LastIndexOf('/') + 1)..].Split(':')[0].ToLowerInvariant();
        return OtherPart().IsMatch(repository) ? null
            : repository.Contains("vllm", StringComparison.Ordinal) ? ServingEngine.Vllm
            : repository.Contains("sglang", StringComparison.Ordinal) ? ServingEngine.Sglang
            : repository.Contains("text-generation-inference", StringComparison.Ordinal) ? ServingEngine.Tgi
            : repository.Contains("tritonserver", StringComparison.Ordinal) ? ServingEngine.Triton
            : repository == "ollama" ? ServingEngine.Ollama
            : repository.StartsWith("llama.cpp", StringComparison.Ordinal) || repository.StartsWith("llama-cpp", StringComparison.Ordinal) ? ServingEngine.LlamaCpp
            : null;
    }

    [GeneratedRegex("router|exporter|operator|dashboard|bench|proxy|gateway|controller|webui", RegexOptions.NonBacktracking)]
    private static partial Regex OtherPart();
}
