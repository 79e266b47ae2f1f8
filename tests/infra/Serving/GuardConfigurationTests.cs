using LlmOpsSecure.Infra.Serving;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Serving;

/// <summary>The guard's configuration as text; <c>tests/Attacks</c> runs it.</summary>
public sealed class GuardConfigurationTests
{
    private static GuardConfiguration Guard(string server = "127.0.0.1:8000") => new()
    {
        Server = server,
        HealthPath = "/health",
        Calls = [("POST", "/v1/chat/completions"), ("GET", "/v1/models")],
        Tenants = [new("aaaaaaaa-0000-0000-0000-000000000001", 20, 8, 1_000_000), new("aaaaaaaa-0000-0000-0000-000000000002", 1000, 8, 1_000_000)],
        Concurrency = 16,
        BodyBytes = 65_536,
        TimeoutSeconds = 60,
    };

    [Fact]
    public void The_configuration_equals_its_golden() => Golden.Matches("guard.cfg", Guard().ToString());

    [Fact]
    public void A_gateway_may_call_for_no_tenant() =>
        Golden.Matches("tool-guard.cfg", (Guard("search.sandbox-search.svc.cluster.local:8080") with { WithoutTenant = ("DELETE", new("gateway", 90, 16, 1_000_000)), HealthPath = null }).ToString());

    [Fact]
    public void Replicas_count_together() =>
        Golden.Matches("peers-guard.cfg", (Guard() with { Peers = [new("model-0", "model-0-guard.models.svc.cluster.local:10001"), new("model-1", "model-1-guard.models.svc.cluster.local:10001")] }).ToString());
}
