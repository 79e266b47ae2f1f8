using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class SharedPrefixCacheIsOff() : ServerPolicy(new PolicyInfo
{
    Id = "serving-shared-prefix-cache-is-off",
    Title = "Tenants do not share a cache of prefixes by a weak hash",
    Why = "The time to an answer tells whether somebody else asked the same before (CVE-2025-46570), and a weak hash can be made to collide.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Atlas("AML.T0024")],
    Remediation = "Set --no-enable-prefix-caching where tenants share a server, or --prefix-caching-hash-algo=sha256 where they do not.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--no-enable-prefix-caching"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--prefix-caching-hash-algo=sha256"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-prefix-caching=false"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--disable-radix-cache"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--prefix-caching-hash-algo=xxhash"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-prefix-caching", "--prefix-caching-hash-algo", "builtin"] }] }"""],
}, ServingEngine.Vllm)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Option("enable-prefix-caching") is { IsKnown: true, IsOn: false } ? []
        : server.Option("prefix-caching-hash-algo") /* sha256 by default */.Must("be sha256, or prefix caching off", setting => setting.Text?.StartsWith("sha256", StringComparison.Ordinal) == true, whenAbsent: true);
}
