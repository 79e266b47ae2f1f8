namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>Compares a text with a file of the repository. With <c>LLMOPS_UPDATE=1</c> it writes the file instead, and the difference is reviewed in the commit.</summary>
internal static class Golden
{
    private static bool Update => Environment.GetEnvironmentVariable("LLMOPS_UPDATE") == "1";

    private static string Folder => Path.Combine(StackFile.Root, "tests", "infra", "Goldens");

    public static void Matches(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{name} is missing: run the tests with LLMOPS_UPDATE=1 and review it.");
        Assert.Equal(File.ReadAllText(file), text);
    }

    /// <summary>No golden is left over from a component or stack that is gone.</summary>
    public static void HasNothingBut(string folder, IEnumerable<string> names)
    {
        var extra = Directory.GetFiles(Path.Combine(Folder, folder)).Select(Path.GetFileName).Except(names, StringComparer.Ordinal).ToList();
        if (Update)
        {
            extra.ForEach(name => File.Delete(Path.Combine(Folder, folder, name!)));
        }

        Assert.Empty(Update ? [] : extra);
    }
}
