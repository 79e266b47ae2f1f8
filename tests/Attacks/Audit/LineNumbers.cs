using System.Text.Json;

namespace LlmOpsSecure.Attacks.Audit;

/// <summary>The numbers of a source's lines, which begin anew with each life of its program.</summary>
internal static class LineNumbers
{
    /// <summary><c>all, in order</c>, or which numbers follow each other that should not.</summary>
    public static string Say(IEnumerable<JsonElement> lines)
    {
        var numbers = lines.Select(line => line.GetProperty("n").GetInt64()).ToList();
        Assert.NotEmpty(numbers);
        var first = numbers[0];
        var gaps = numbers.Zip(numbers.Skip(1)).Where(pair => pair.Second != pair.First + 1 && pair.Second != first).Select(pair => $"{pair.Second} after {pair.First}").ToList();
        return first is 0 or 1 && gaps.Count == 0 ? "all, in order" : $"first {first}: {string.Join(", ", gaps)}";
    }
}
