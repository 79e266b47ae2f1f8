using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class LimitStoreSpeaksTls() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-limit-store-speaks-tls",
    Title = "The counter of limits is reached over TLS",
    Why = "Whoever writes to the counter gives himself budget.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.Release],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-8")],
    Remediation = "Set rateLimit.backend.redis.tls.",
    Good = ["""{ "values": { "config": { "envoyGateway": { "rateLimit": { "failClosed": true, "backend": { "redis": { "url": "r:6379", "tls": { "certificateRef": { "name": "c" } } } } } } } } }""", """{ "values": { } }"""],
    Bad = ["""{ "values": { "config": { "envoyGateway": { "rateLimit": { "failClosed": true, "backend": { "redis": { "url": "r:6379" } } } } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["values.config.envoyGateway.rateLimit.backend.redis"].IsAbsent ? [] : resource["values.config.envoyGateway.rateLimit.backend.redis.tls"].MustExist();
}
