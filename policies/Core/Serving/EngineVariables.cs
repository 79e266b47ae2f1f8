namespace LlmOpsSecure.Policies.Serving;

/// <summary>The variables that a program reads in place of options of its command line.</summary>
internal static class EngineVariables
{
    // Those of llama.cpp that are not called as their options are: https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
    private static readonly Dictionary<string, string> Odd = new(StringComparer.Ordinal)
    {
        ["parallel"] = "N_PARALLEL",
        ["slots"] = "ENDPOINT_SLOTS",
        ["props"] = "ENDPOINT_PROPS",
        ["metrics"] = "ENDPOINT_METRICS",
    };

    /// <summary>The variables that stand for an option, those first that win, and whether being set at all denies it.</summary>
    public static IEnumerable<(string Name, bool Denies)> Of(ServingEngine engine, string option)
    {
        var name = Odd.GetValueOrDefault(option) is { } odd && engine == ServingEngine.LlamaCpp ? odd : option.Replace('-', '_').ToUpperInvariant();
        return engine switch
        {
            ServingEngine.Tgi => [(name, false)],
            ServingEngine.LlamaCpp => [($"LLAMA_ARG_NO_{name}", true), ($"LLAMA_ARG_{name}", false)],
            _ => [],
        };
    }
}
