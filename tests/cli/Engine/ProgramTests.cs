using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>How programs are started, and what is said of those that do not work.</summary>
public sealed class ProgramTests
{
    private const string Binary = """
        name: rec-program
        main: infra
        runtime: { name: dotnet, options: { binary: ./bin/program } }
        """;

    [Fact]
    public async Task A_program_starts_in_the_folder_and_with_the_environment_that_the_real_engine_gives()
    {
        using var sandbox = new Sandbox("binary").Configured("binary/01-preview");
        sandbox.Script("infra/bin/program", $"env | grep ^PULUMI_ | sort > '{sandbox.At("env.txt")}'; pwd > '{sandbox.At("pwd.txt")}'");
        await sandbox.RunAsync(isPreview: true);

        using var recorded = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Sandbox.Recorded("binary/01-preview", "started.json")));
        var actual = File.ReadAllLines(sandbox.At("env.txt"));
        string[] own = ["PULUMI_DEBUG_", "PULUMI_DISABLE_", "PULUMI_HOME=", "PULUMI_LOG_", "PULUMI_OPTION_", "PULUMI_SKIP_", "PULUMI_PARALLEL="]; // of whoever recorded, and of the machine
        var expected = recorded.RootElement.GetProperty("env").EnumerateArray().Select(entry => entry.GetString()!).Where(entry => !own.Any(entry.StartsWith)).ToList();
        Assert.Equal(expected.Select(entry => entry.Split('=')[0]), actual.Where(entry => !own.Any(entry.StartsWith)).Select(entry => entry.Split('=')[0]).Order(StringComparer.Ordinal));
        foreach (var entry in expected.Where(entry => !entry.Contains("PORT", StringComparison.Ordinal) && !entry.Contains("/rec/", StringComparison.Ordinal)))
        {
            Assert.Contains(entry, actual);
        }

        Assert.Contains($"PULUMI_ROOT_DIRECTORY={sandbox.Folder}", actual);
        Assert.Contains($"PULUMI_PWD={sandbox.At("infra")}", actual);
        Assert.Equal(sandbox.At("infra"), File.ReadAllText(sandbox.At("pwd.txt")).Trim());
    }

    [Fact]
    public async Task A_program_that_never_ends_is_stopped_with_everything_that_it_started()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Binary);
        sandbox.Script("infra/bin/program", $"sh -c 'echo $$ > {sandbox.At("child")}; exec sleep 600' & echo started; wait");
        var result = await sandbox.RunAsync(isPreview: true, timeout: TimeSpan.FromSeconds(3));

        Assert.True(result.Failed);
        Assert.Contains(result.Diagnostics, message => message is { Severity: "error", Text: "The program did not end within 3 seconds and was stopped" });

        // Where nobody asks after it, what is left of a process is a zombie.
        var status = $"/proc/{File.ReadAllText(sandbox.At("child")).Trim()}/stat";
        Assert.True(SpinWait.SpinUntil(() => !File.Exists(status) || File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task An_interrupted_run_ends_the_program_and_says_so()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Binary);
        sandbox.Script("infra/bin/program", "exec sleep 600");
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var result = await sandbox.RunAsync(isPreview: false, cancellation: interrupt.Token);

        Assert.True(result.Failed);
        Assert.Contains(result.Diagnostics, message => message.Text == "the run was interrupted");
    }

    [Fact]
    public async Task A_program_that_dies_is_told_of_with_its_first_and_last_words()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Binary);
        sandbox.Script("infra/bin/program", "for i in $(seq 1 100); do echo \"word $i\" >&2; done; exit 9");
        var result = await sandbox.RunAsync(isPreview: true);

        var error = Assert.Single(result.Diagnostics, message => message.Severity == "error").Text;
        Assert.StartsWith("The program ended with exit code 9. It said:\nword 1\n", error, StringComparison.Ordinal);
        Assert.EndsWith("\nword 100", error, StringComparison.Ordinal);
        Assert.DoesNotContain("word 50", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_program_prints_is_bounded_and_harmless_to_a_terminal()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Binary);
        sandbox.Script("infra/bin/program", "printf '\\033[31mred\\033[0m \\007bell\\n'; head -c 20000000 /dev/urandom; yes | head -n 100000; exit 0");
        var result = await sandbox.RunAsync(isPreview: true);

        Assert.False(result.Failed);
        Assert.Equal("red \uFFFDbell", result.Diagnostics[0].Text);
        Assert.True(result.Diagnostics.Count < 10_000);
        Assert.All(result.Diagnostics, message => Assert.DoesNotContain(message.Text, character => char.IsControl(character) && character is not ('\t' or '\n')));
        Assert.Contains("more messages are not shown", result.Diagnostics[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binary_that_is_missing_or_none_is_refused()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Binary);
        Directory.CreateDirectory(sandbox.At("infra"));
        Assert.Contains("there is no file './bin/program'", (await Assert.ThrowsAsync<InputException>(() => sandbox.RunAsync(isPreview: true))).Message, StringComparison.Ordinal);
        sandbox.Write("infra/bin/program", "no program");
        Assert.Contains((await sandbox.RunAsync(isPreview: true)).Diagnostics, message => message.Text.StartsWith("The program cannot be started", StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task A_program_that_throws_fails_the_run_with_its_own_message()
    {
        using var sandbox = new Sandbox("slice").Configured("slice/16-preview-program-throws");
        var result = await sandbox.RunAsync(isPreview: true);

        Assert.True(result.Failed);
        var error = Assert.Single(result.Diagnostics, message => message.Severity == "error").Text;
        Assert.Contains("failed with an unhandled exception", error, StringComparison.Ordinal);
        Assert.Contains("the program gave up", error, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_missing_secret_is_told_in_the_words_of_the_SDK()
    {
        using var sandbox = new Sandbox("slice").Configured("slice/19-preview-missing-secret");
        var result = await sandbox.RunAsync(isPreview: true);

        Assert.Contains("Missing required configuration variable 'rec-slice:token'", Assert.Single(result.Diagnostics, message => message.Severity == "error").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_value_of_the_wrong_type_is_refused()
    {
        using var slice = new Sandbox("slice").Configured("slice/20-preview-config-of-the-wrong-type");
        Assert.Contains("rec-slice:replicas: it must be of type 'integer', but is 'many'", Assert.Throws<InputException>(slice.Project).Message, StringComparison.Ordinal);
        using var binary = new Sandbox("binary");
        Directory.CreateDirectory(binary.At("infra"));
        binary.Write("stacks/Pulumi.dev.yaml", "config:\n  rec-binary:zones: [1, 2]\n");
        Assert.Contains("rec-binary:zones: it must be of type 'array<string>'", Assert.Throws<InputException>(binary.Project).Message, StringComparison.Ordinal);
        binary.Write("stacks/Pulumi.dev.yaml", "environment: [prod]\n");
        Assert.Contains("environments are kept in the Pulumi cloud", Assert.Throws<InputException>(binary.Project).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_the_passphrase_does_not_open_is_refused()
    {
        using var sandbox = new Sandbox("slice").Configured("slice/22-wrong-passphrase");
        var salt = Passphrase.Open("test", null).Salt;
        var file = sandbox.At("stacks/Pulumi.dev.yaml");
        File.WriteAllText(file, string.Join('\n', File.ReadAllLines(file).Select(line => line.StartsWith("encryptionsalt:", StringComparison.Ordinal) ? $"encryptionsalt: {salt}" : line)));
        Assert.Contains("was encrypted with another passphrase", Assert.Throws<InputException>(sandbox.Project).Message, StringComparison.Ordinal);
        File.WriteAllText(file, File.ReadAllText(file).Replace(salt.Split(':')[1], "AAAAAAAAAAA=", StringComparison.Ordinal));
        Assert.Contains("the passphrase is wrong", Assert.Throws<InputException>(sandbox.Project).Message, StringComparison.Ordinal);
    }
}
