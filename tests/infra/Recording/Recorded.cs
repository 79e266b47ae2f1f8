using System.Collections.Concurrent;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>The stacks of the repository, each run once.</summary>
internal static class Recorded
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<RecordedStack>>> Stacks = new(StringComparer.Ordinal);

    public static Task<RecordedStack> Stack(string name) => Stacks.GetOrAdd(name, stack => new(() => RecordedStack.Of(stack))).Value;
}
