using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmOpsSecure.Sdks.Tests.Programs;

/// <summary>Compiles programs against the SDK as an ordinary project would: nullable, with implicit usings.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly SyntaxTree ImplicitUsings = Parse(
        "implicit.cs",
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """);

    /// <summary>The assemblies of the SDK and what they need, which a program has beside it.</summary>
    public static ImmutableArray<string> SdkAssemblies { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(file => Path.GetFileName(file) is "Pulumi.dll" or "LlmOpsSecure.Protocol.dll" or "Google.Protobuf.dll"
            || Path.GetFileName(file).StartsWith("Pulumi.", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("Grpc.", StringComparison.Ordinal)),
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged)
            .Concat(SdkAssemblies.Where(file => Path.GetFileName(file).StartsWith("Pulumi", StringComparison.Ordinal)))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    public static SyntaxTree Parse(string path, string source) => CSharpSyntaxTree.ParseText(source, Parsing, path);

    public static CSharpCompilation Compile(string name, params IEnumerable<SyntaxTree> sources) => CSharpCompilation.Create(name, [ImplicitUsings, .. sources], References, Options);

    private static bool IsManaged(string file)
    {
        using var image = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(file));
        return image.HasMetadata;
    }
}
