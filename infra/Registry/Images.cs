using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Registry;

/// <summary>
/// The images and charts that the kit runs, each with the version it was written against and, where the publisher's digest is known, that digest. Every
/// one is pulled from the stack's own registry. <c>llmops:images</c> gives the digests that are not pinned here, and replaces those that are.
/// </summary>
public static class Images
{
    private static readonly Dictionary<string, PinnedImage> All = new PinnedImage[]
    {
        new("vllm", "docker.io/vllm/vllm-openai", "v0.32.0", null),
        new("haproxy", "docker.io/library/haproxy", "3.4.4", "sha256:6877fcd766a4e85559158c945b4080e1e8b00874391086e57e2b9fc11bb54625"),
        new("squid", "docker.io/ubuntu/squid", "6.13", "sha256:6a097f68bae708cedbabd6188d68c7e2e7a38cedd05a176e1cc0ba29e3bbe029"),
        new("redis", "docker.io/library/redis", "8.10.1", "sha256:8a1efc5f479551822b47424ccae982026b633f28818eab0387348120a61e10e2"),
        new("envoy", "docker.io/envoyproxy/envoy", "distroless-v1.39.1", "sha256:eb2c01c13125d1629637cb4e4cce7207009fb7cc2c8027f9742758549d15b6f4"),
        new("envoy-gateway", "docker.io/envoyproxy/gateway", "v1.9.1", "sha256:0049bcb384c591c6a6dd043fe5c9929ef6e74f230e12dd678d2d3701df9b301e"),
        new("envoy-ratelimit", "docker.io/envoyproxy/ratelimit", "8fe6ea42", "sha256:a61547259607d40aff153050c2a87873ca1676d1d9f5f06937d412000dcc2df1"),
        new("envoy-gateway-chart", "docker.io/envoyproxy/gateway-helm", "1.9.1", null),
        new("ai-gateway-chart", "docker.io/envoyproxy/ai-gateway-helm", "1.1.0", null),
        new("ai-gateway-controller", "docker.io/envoyproxy/ai-gateway-controller", "v1.1.0", null),
        new("ai-gateway-extproc", "docker.io/envoyproxy/ai-gateway-extproc", "v1.1.0", null),
        new("nvidia-device-plugin", "nvcr.io/nvidia/k8s-device-plugin", "v0.19.3", null),
    }.ToDictionary(image => image.Name, StringComparer.Ordinal);

    /// <summary>The names, as <c>llmops:images</c> uses them.</summary>
    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>The images that a stack runs: the egress proxy's only where it has tools, the device plugin's only where no operator brings one.</summary>
    public static IEnumerable<string> NeededBy(StackSettings settings) =>
        Names.Where(name => name switch
        {
            "squid" => settings.Sandboxes.Count > 0,
            "nvidia-device-plugin" => !settings.Gpu.Sku.Confidential,
            _ => true,
        });

    /// <summary>The image of that name with the digest that the settings give, or the pinned one.</summary>
    public static PinnedImage Of(StackSettings settings, string name) => settings.Images.TryGetValue(name, out var digest) ? All[name] with { Digest = digest } : All[name];
}
