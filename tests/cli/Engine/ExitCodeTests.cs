namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What the whole command says and returns: 0 clean, 1 rejected, 2 misuse or broken input; one message, and never a stack trace.</summary>
public sealed class ExitCodeTests
{
    private const string Project = """
        name: exits
        runtime: { name: dotnet, options: { binary: ./program } }
        """;

    [Theory]
    [InlineData("exit 0", 0, "")]
    [InlineData("echo broken >&2; exit 5", 1, "The program ended with exit code 5. It said:")]
    [InlineData("sleep 60", 1, "The program did not end within 3 seconds and was stopped")]
    [InlineData("head -c 300000 /dev/urandom; kill -SEGV $$", 1, "The program ended with exit code 139")]
    public async Task A_program_that_does_not_work_is_rejected(string program, int expected, string message)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Project);
        sandbox.Script("program", program);
        var (code, said) = await Llmops.RunAsync("preview", "-C", sandbox.Folder, "--timeout", "3", "--policy-config", sandbox.Write("off.json", """{ "all": "disabled" }"""));

        Assert.Equal(expected, code);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo hello; sleep 60", "the first line that it prints must be its port, but is 'hello'")]
    [InlineData("exit 4", "it ended with exit code 4 before it told its port")]
    [InlineData("sleep 60", "it did not tell its port within 3 seconds")]
    public async Task A_pack_that_cannot_be_used_is_broken_input(string pack, string message)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Project);
        sandbox.Script("program", "exit 0");
        var path = sandbox.Script("pack", pack);
        var (code, said) = await Llmops.RunAsync("preview", "-C", sandbox.Folder, "--timeout", "3", "--policy-pack", path);

        Assert.Equal(2, code);
        Assert.StartsWith($"error: policy pack {path}: {message}", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Options_that_do_not_fit_together_are_misuse()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Project);
        sandbox.Script("program", "exit 0");
        var file = sandbox.Write("conf.json", "{}");
        async Task MisuseAsync(string message, params string[] arguments)
        {
            var (code, said) = await Llmops.RunAsync(["preview", "-C", sandbox.Folder, .. arguments]);
            Assert.Equal((2, $"error: {message}"), (code, said.Trim()));
        }

        await MisuseAsync("--policy-config: it must be given once for each policy pack, but there are 2 for 1", "--policy-config", file, "--policy-config", file);
        await MisuseAsync("--policy-pack: 'kit' may be given once", "--policy-pack", "kit", "--policy-pack", "kit");
        await MisuseAsync("--policy-pack: there is no file or folder 'nowhere'", "--policy-pack", "nowhere");
    }

    [Fact]
    public async Task A_program_that_does_not_compile_is_broken_input()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", "name: exits\nruntime: dotnet\n");
        sandbox.Write("exits.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        sandbox.Write("Program.cs", "this is no program");
        var (code, said) = await Llmops.RunAsync("preview", "-C", sandbox.Folder);

        Assert.Equal(2, code);
        Assert.Contains("the program does not compile", said, StringComparison.Ordinal);
        Assert.Contains("error CS", said, StringComparison.Ordinal);
    }
}
