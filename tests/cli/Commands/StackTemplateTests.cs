using LlmOpsSecure.Cli.Commands;
using Xunit;

namespace LlmOpsSecure.Cli.Tests.Commands;

public sealed class StackTemplateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    [Fact]
    public void A_fork_changes_the_values_given_and_nothing_else()
    {
        File.WriteAllText(Path.Combine(this.folder, "Pulumi.yaml"), "name: kit\nruntime: dotnet\ntemplate:\n  config:\n    kit:name:\n      description: The name\n    kit:absent:\n      description: Nobody has it\n");
        var stack = Path.Combine(this.folder, "Pulumi.dev.yaml");
        File.WriteAllText(stack, "# Kept.\nconfig:\n  kit:name: one # why\n  kit:code: \"4711\"\n  kit:list: [1, 2]\n");

        var template = StackTemplate.Read(this.folder, stack);

        Assert.Equal([("kit:name", "The name")], template.Questions);
        Assert.Equal(["kit:name", "kit:code"], template.Keys);
        Assert.Equal("# Kept.\nconfig:\n  kit:name: two # why\n  kit:code: \"42\"\n  kit:list: [1, 2]\n", template.With(new Dictionary<string, string> { ["kit:code"] = "42", ["kit:name"] = "two" }));
    }

    [Theory]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("x # y", "\"x # y\"")]
    [InlineData("team@example.com", "team@example.com")]
    [InlineData("true", "\"true\"")]
    [InlineData("1.30", "\"1.30\"")]
    [InlineData("2026-12-01", "\"2026-12-01\"")]
    [InlineData("", "\"\"")]
    public void A_value_stays_a_text(string value, string written)
    {
        File.WriteAllText(Path.Combine(this.folder, "Pulumi.yaml"), "name: kit\nruntime: dotnet\n");
        var stack = Path.Combine(this.folder, "Pulumi.dev.yaml");
        File.WriteAllText(stack, "config:\n  kit:name: one\n");

        Assert.Equal($"config:\n  kit:name: {written}\n", StackTemplate.Read(this.folder, stack).With(new Dictionary<string, string> { ["kit:name"] = value }));
    }
}
