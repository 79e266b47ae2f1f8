using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Sandbox;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Sandbox;

public sealed class SquidConfigurationTests
{
    private static SandboxSettings Class { get; } = StackFile.Settings("agents").Sandboxes.Single(sandbox => sandbox.Name == "browser");

    [Fact]
    public void The_configuration_equals_its_golden() => Golden.Matches("squid.conf", new SquidConfiguration(Class).ToString());

    [Fact]
    public void The_gate_equals_its_golden() => Golden.Matches("gate.cfg", new GateConfiguration(Class).ToString());

    [Fact]
    public async Task Squid_accepts_it_without_complaint()
    {
        if (RealProgram.Exists("squid"))
        {
            using var folder = new TemporaryFolder();
            var (code, output) = await RealProgram.RunAsync("squid", "-k", "parse", "-f", folder.Write("squid.conf", new SquidConfiguration(Class).ToString()));
            Assert.True(code == 0, output);
            Assert.DoesNotContain("ERROR", output, StringComparison.Ordinal);
            Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Haproxy_accepts_the_gate()
    {
        if (RealProgram.Exists("haproxy"))
        {
            using var folder = new TemporaryFolder();
            var (code, output) = await RealProgram.RunAsync("haproxy", "-c", "-f", folder.Write("haproxy.cfg", new GateConfiguration(Class).ToString()));
            Assert.True(code == 0, output);
        }
    }
}
