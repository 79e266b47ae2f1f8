namespace LlmOpsSecure.Benchmarks;

/// <summary>What the benchmarks run, published as a user publishes it.</summary>
internal static class Published
{
    /// <summary>The folder of the CLI.</summary>
    public static string Cli(string root) => Publish(root, "cli/llmops.csproj", Path.Combine(root, "artifacts", "benchmarks", "cli"));

    /// <summary>The folder of the packs: the whole kit, and the 20 policies.</summary>
    public static string Packs(string root)
    {
        var output = Path.Combine(root, "artifacts", "benchmarks", "native");
        Publish(root, "policies/LlmOpsSecure.PolicyPack.csproj", output, "-p:PublishAot=true");
        return Publish(root, "tests/Benchmarks/LlmOpsSecure.Benchmarks.csproj", output, "-p:PublishAot=true");
    }

    /// <summary>The installed packages of a folder's package.json.</summary>
    public static string NodeModules(string root, string folder)
    {
        var modules = Path.Combine(root, folder, "node_modules");
        if (!Directory.Exists(modules))
        {
            Console.Error.WriteLine($"Installing {folder}");
            Measured.Run("npm", ["ci", "--prefix", Path.Combine(root, folder), "--silent"]);
        }

        return modules;
    }

    /// <summary>Publishes a project, with build files of its own, and returns the folder.</summary>
    public static string Publish(string root, string project, string output, params string[] options)
    {
        Console.Error.WriteLine($"Publishing {project}");
        Measured.Run("dotnet", ["publish", Path.Combine(root, project), "-c", "Release", .. options, $"-p:ArtifactsPath={Path.Combine(root, "artifacts", "benchmarks", "build")}", "-o", output, "--nologo", "-v", "quiet"]);
        return output;
    }
}
