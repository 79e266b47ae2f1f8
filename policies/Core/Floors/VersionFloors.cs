using System.Text.Json;

namespace LlmOpsSecure.Policies.Floors;

/// <summary>The version floors of <c>floors.json</c>. They move every few weeks, so that the file says when it was read and when it is stale.</summary>
public static class VersionFloors
{
    private static readonly JsonElement Data = Read();

    /// <summary>The day on which the advisories were read.</summary>
    public static DateOnly AsOf { get; } = DateOnly.ParseExact(Text(Data, "asOf"), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The last day on which the file counts as fresh.</summary>
    public static DateOnly FreshUntil { get; } = AsOf.AddDays(Data.GetProperty("staleAfterDays").GetInt32());

    /// <summary>The floors.</summary>
    public static IReadOnlyList<VersionFloor> All { get; } = [.. Data.GetProperty("floors").EnumerateArray().Select(floor => new VersionFloor(
        Text(floor, "name"), Texts(floor, "images"), Texts(floor, "charts"), VersionText.Parse(floor.GetProperty("minimum").GetString()), Texts(floor, "refused"), Texts(floor, "advisories"), Text(floor, "source")))];

    /// <summary>The floor of an image; null where there is none.</summary>
    public static VersionFloor? OfImage(string image)
    {
        var repository = Repository(image);
        return All.FirstOrDefault(floor => floor.Images.Any(name => repository.Equals(name, StringComparison.OrdinalIgnoreCase) || repository.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The floor of a chart; null where there is none.</summary>
    public static VersionFloor? OfChart(string chart)
    {
        var name = Repository(chart);
        name = name[(name.LastIndexOf('/') + 1)..];
        return All.FirstOrDefault(floor => floor.Charts.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The tag of an image; null where it has none.</summary>
    public static string? TagOf(string image)
    {
        var name = image.Split('@')[0];
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? name[(colon + 1)..] : null;
    }

    private static string Repository(string image)
    {
        var name = image.Split('@')[0];
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? name[..colon] : name;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IReadOnlyList<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static JsonElement Read()
    {
        using var stream = typeof(VersionFloors).Assembly.GetManifestResourceStream("floors.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
