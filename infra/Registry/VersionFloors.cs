namespace LlmOpsSecure.Infra.Registry;

/// <summary>Lowest versions with the advisories behind them, as of <see cref="AsOf"/>. They move every few weeks: a raise is one line here and one in <see cref="Images"/>.</summary>
public static class VersionFloors
{
    /// <summary>The day on which the advisories were read.</summary>
    public static DateOnly AsOf { get; } = new(2026, 11, 22);

    /// <summary>The floors.</summary>
    public static IReadOnlyList<VersionFloor> All { get; } =
    [
        new("vllm", new(0, 32, 0),
        [
            "CVE-2026-115911 and -115918: templates of callers tie up the server, and /v1/responses ignores that they are not trusted (0.32.0)",
            "CVE-2026-105754 to -105760: forged features and identifiers poison caches and kill the engine (0.30.0)",
            "CVE-2026-54232: a dependency of the image could be taken over (0.22.1)",
            "CVE-2026-41523 and -47155: a malicious model runs code, a pinned revision is not pinned (0.22.0)",
            "CVE-2026-48746: the key of the API can be bypassed",
            "CVE-2026-34756: an unbounded n exhausts memory (0.19.0)",
            "CVE-2026-24779 and -22778: addresses of media reach inside, and run code (0.14.1)",
        ]),
        new("nvidia-device-plugin", new(0, 17, 3), ["CVE-2025-23266 and -23267: a container gets root on the node through the toolkit's hooks"]),
        new("envoy-gateway", new(1, 9, 0), ["No advisory: older releases drop the per-tenant limits that they do not know, in silence"]),
    ];
}
