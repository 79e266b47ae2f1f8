using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What a program gets of a configuration file, and what the project's declarations refuse: as the Pulumi CLI reads both.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("1.30", "1.3")]
    [InlineData("\"1.30\"", "1.30")]
    [InlineData("0123", "83")]
    [InlineData("0129", "129")]
    [InlineData("0x1F", "31")]
    [InlineData("1_000", "1000")]
    [InlineData("-5", "-5")]
    [InlineData("1e3", "1000")]
    [InlineData(".5", "0.5")]
    [InlineData("True", "true")]
    [InlineData("yes", "yes")]
    [InlineData("NaN", "NaN")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1-2", "1-2")]
    [InlineData("11111111-1111-1111-1111-111111111111", "11111111-1111-1111-1111-111111111111")]
    [InlineData("~", "")]
    [InlineData("2026-12-01", "2026-12-01 00:00:00 +0000 UTC")]
    [InlineData("2026-12-01T10:00:00.5+02:00", "2026-12-01 10:00:00.5 +0200 +0200")]
    [InlineData("'2026-12-01'", "2026-12-01")]
    [InlineData("{ b: 1.0, a: [True, 0x10, text, null, 1e400] }", """{"a":[true,16,"text",null,"1e400"],"b":1}""")]
    [InlineData("{ from: 2026-12-01 }", """{"from":"2026-12-01 00:00:00 +0000 UTC"}""")]
    public void A_plain_value_is_what_YAML_says_it_is(string written, string text)
    {
        using var sandbox = Project("", $"key: {written}");
        Assert.Equal(text, sandbox.Project().Config["conf:key"]);
    }

    [Theory]
    [InlineData("key: { type: string }", "key: [1]", "it must be of type 'string', but is '[1]'")]
    [InlineData("key: { type: integer }", "key: 1.5", "it must be of type 'integer', but is '1.5'")]
    [InlineData("key: { type: boolean }", "key: \"True\"", "it must be of type 'boolean', but is 'True'")]
    [InlineData("key: { type: object }", "key: '{\"a\":1}'", "it must be of type 'object', but is '{\"a\":1}'")]
    [InlineData("key: { type: array, items: { type: array, items: { type: integer } } }", "key: [[1], [x]]", "it must be of type 'array<array<integer>>'")]
    [InlineData("key: { type: string, secret: true }", "key: open", "so it must be encrypted")]
    [InlineData("key: { type: string, secret: true, default: open }", "", "so it must be encrypted")]
    [InlineData("a: { description: needed }\n  b: { type: string }", "", "conf:a, conf:b: the project declares this configuration and gives no default")]
    [InlineData("key: { type: integer, default: many }", "", "its default must be of type 'integer', but is 'many'")]
    [InlineData("key: { type: string, default: 3 }", "", "its default must be of type 'string', but is '3'")]
    [InlineData("key: { default: 1, value: 2 }", "", "it may have a default or a value, but not both")]
    [InlineData("key: { type: array }", "", "an array must say the type of its items")]
    [InlineData("azure:location: { type: string, default: westeurope }", "", "the configuration of another package must have a value, and no type or default")]
    public void What_the_project_declares_is_demanded(string declared, string given, string problem)
    {
        using var sandbox = Project(declared, given);
        Assert.Contains(problem, Assert.Throws<InputException>(sandbox.Project).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key: { type: integer }", "key: 3.0", "3")]
    [InlineData("key: { type: boolean }", "key: true", "true")]
    [InlineData("key: { type: integer, default: 0x10 }", "", "16")]
    [InlineData("key: { type: array, items: { type: boolean } }", "key: [true, \"false\"]", """[true,"false"]""")]
    [InlineData("key: { type: object, default: { a: 1.0 } }", "", """{"a":1}""")]
    [InlineData("key: 1.50", "", "1.5")]
    [InlineData("key: [a, 1]", "", """["a",1]""")]
    [InlineData("key: { default: a }", "key: b", "b")]
    public void What_fits_is_given_to_the_program(string declared, string given, string text)
    {
        using var sandbox = Project(declared, given);
        Assert.Equal(text, sandbox.Project().Config["conf:key"]);
    }

    private static Sandbox Project(string declared, string given)
    {
        var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", $"name: conf\nruntime: nodejs\n{(declared.Length > 0 ? $"config:\n  {declared}\n" : "")}");
        sandbox.Write("Pulumi.dev.yaml", given.Length > 0 ? $"config:\n  conf:{given}\n" : "");
        return sandbox;
    }
}
