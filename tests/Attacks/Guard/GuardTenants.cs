using LlmOpsSecure.Infra.Serving;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>The tenants of the tests, each with the one limit that its test reaches.</summary>
internal static class GuardTenants
{
    public const string Probe = "aaaaaaaa-0000-0000-0000-000000000000";
    public const string Quiet = "aaaaaaaa-0000-0000-0000-000000000001";
    public const string Rate = "aaaaaaaa-0000-0000-0000-000000000002";
    public const string OtherRate = "aaaaaaaa-0000-0000-0000-000000000003";
    public const string Places = "aaaaaaaa-0000-0000-0000-000000000004";
    public const string Bytes = "aaaaaaaa-0000-0000-0000-000000000005";
    public const string Loud = "aaaaaaaa-0000-0000-0000-000000000006";

    public const string Burst = "aaaaaaaa-0000-0000-0000-000000000007";

    /// <summary>Most bytes of a body.</summary>
    public const int BodyBytes = 65_536;

    private const int Plenty = 1_000_000;

    /// <summary>The configuration of a guard before a server.</summary>
    public static GuardConfiguration Configuration(string server) => new()
    {
        Server = server,
        HealthPath = "/health",
        Calls = [("POST", "/v1/chat/completions"), ("POST", "/v1/completions"), ("POST", "/v1/embeddings"), ("GET", "/v1/models")],
        Tenants =
        [
            new(Probe, Plenty, 16, 4_000_000_000), new(Quiet, Plenty, 16, 4_000_000_000), new(Loud, Plenty, 8, 4_000_000_000),
            new(Rate, 10, 16, 4_000_000_000), new(OtherRate, 10, 16, 4_000_000_000), new(Burst, 10, 16, 4_000_000_000), new(Places, Plenty, 3, 4_000_000_000), new(Bytes, Plenty, 16, 10_000),
        ],
        Concurrency = 16,
        BodyBytes = BodyBytes,
        TimeoutSeconds = 60,
    };
}
