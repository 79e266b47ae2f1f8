using System.Text.Json.Nodes;
using Google.Protobuf.Collections;
using LlmOpsSecure.Sdks.Tests.Programs;
using LlmOpsSecure.Sdks.Tests.Wire;

namespace LlmOpsSecure.Sdks.Tests.Conformance;

/// <summary>What one run of a program left behind, in a form that is equal for equal behaviour.</summary>
/// <param name="Lines">One JSON object a call. Calls overlap, so that their order says nothing; debug messages and questions for features are left out.</param>
/// <param name="End">Exit code, error messages, broken rules of order, console.</param>
internal sealed record Recording(IReadOnlyList<string> Lines, JsonObject End)
{
    public static Recording Of(IReadOnlyList<Call> calls, ProgramRun run)
    {
        var kept = calls.Where(call => call.Request is not LogRequest { Severity: Severity.Debug } and not SupportsFeatureRequest).ToList();
        var end = new JsonObject
        {
            ["exitCode"] = run.ExitCode,
            ["errors"] = Texts(kept.Select(call => call.Request).OfType<LogRequest>().Where(log => log.Severity == Severity.Error).Select(log => run.Plain(log.Message))),
            ["brokenOrder"] = Texts(BrokenOrder(kept)),
            ["stdout"] = Texts(run.Plain(run.Stdout).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            ["stderr"] = Texts(run.Plain(run.Stderr).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        };
        return new Recording([.. kept.Select(call => Line(call, run)).Order(StringComparer.Ordinal)], end);
    }

    private static IEnumerable<string> BrokenOrder(List<Call> calls)
    {
        if (calls.Select(call => call.Request).OfType<RegisterResourceRequest>().FirstOrDefault() is { Type: not "pulumi:pulumi:Stack" } first)
        {
            yield return $"{first.Type} {first.Name} was registered before the stack";
        }

        var shutdown = calls.FindIndex(call => call.Method == "SignalAndWaitForShutdown");
        if (shutdown >= 0 && shutdown < calls.Count - 1)
        {
            yield return $"{calls[^1].Method} came after SignalAndWaitForShutdown";
        }
    }

    private static string Line(Call call, ProgramRun run)
    {
        switch (call.Request)
        {
            case RegisterResourceRequest request:
                Sort(request.Dependencies);
                Sort(request.ReplaceWith);
                foreach (var list in request.PropertyDependencies.Values)
                {
                    Sort(list.Urns);
                }

                WireJson.CompactText(request.Object);
                WireJson.CompactText((call.Response as RegisterResourceResponse)?.Object);
                break;
            case ReadResourceRequest request:
                Sort(request.Dependencies);
                break;
            case ResourceInvokeRequest request:
                Sort(request.DependsOn);
                break;
            case LogRequest request:
                request.Message = run.Plain(request.Message);
                break;
            default:
                break;
        }

        var line = new JsonObject { ["method"] = call.Method, ["request"] = WireJson.Of(call.Request) };
        if (call.Response is { } response)
        {
            line["response"] = WireJson.Of(response);
        }

        if (call.Error is { } error)
        {
            line["error"] = error;
        }

        if (call.UnknownBytes > 0)
        {
            line["unknownFieldBytes"] = call.UnknownBytes;
        }

        return WireJson.Text(line);
    }

    private static void Sort(RepeatedField<string> set)
    {
        var sorted = set.Order(StringComparer.Ordinal).ToArray();
        set.Clear();
        set.AddRange(sorted);
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
