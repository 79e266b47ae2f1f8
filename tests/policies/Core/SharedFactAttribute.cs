namespace LlmOpsSecure.Policies.Tests;

/// <summary>A test that reads a file which is kept beside the repository, and is skipped where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>Makes the test.</summary>
    /// <param name="path">The file below <c>../shared</c>.</param>
    public SharedFactAttribute(string path) => this.Skip = File.Exists(PathOf(path)) ? null : $"Needs the file ../shared/{path}.";

    /// <summary>Where the file is.</summary>
    public static string PathOf(string path) => Path.Combine(Repository.Root, "..", "shared", path);
}
