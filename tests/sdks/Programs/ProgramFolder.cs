using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace LlmOpsSecure.Sdks.Tests.Programs;

/// <summary>A temporary folder of programs that are compiled against the SDK, each once; gone with the tests.</summary>
public sealed class ProgramFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sdks-tests").FullName;
    private readonly ConcurrentDictionary<string, string> programs = new(StringComparer.Ordinal);

    /// <summary>Copies the SDK, so that the programs find it beside them.</summary>
    public ProgramFolder()
    {
        foreach (var assembly in Compiler.SdkAssemblies)
        {
            File.Copy(assembly, Path.Combine(this.folder, Path.GetFileName(assembly)));
        }
    }

    /// <summary>Compiles a program; one that does not compile fails the test with the compiler's messages.</summary>
    /// <returns>The path of the program.</returns>
    public string Build(string name, params IReadOnlyList<string> sources) => this.programs.GetOrAdd(name, _ =>
    {
        var program = Path.Combine(this.folder, $"{name}.dll");
        var result = Compiler.Compile(name, sources.Select((source, index) => Compiler.Parse($"{name}-{index}.cs", source))).Emit(program);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        var settings = Directory.GetFiles(AppContext.BaseDirectory, "*.Tests.runtimeconfig.json").Single();
        File.Copy(settings, Path.ChangeExtension(program, ".runtimeconfig.json"));
        return program;
    });

    /// <summary>Removes the folder.</summary>
    public void Dispose() => Directory.Delete(this.folder, recursive: true);
}
