using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysRefuseOldTls() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-refuse-old-tls",
    Title = "Application gateways refuse old TLS",
    Why = "Older versions are broken.",
    Severity = Severity.High,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set sslPolicy.policyName to AppGwSslPolicy20220101, or minProtocolVersion to TLSv1_2.",
    Good = ["""{ "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" } }""", """{ "sslPolicy": { "minProtocolVersion": "TLSv1_2" } }"""],
    Bad = ["""{ }""", """{ "sslPolicy": { "minProtocolVersion": "TLSv1_0" } }""", """{ "sslPolicy": { "minProtocolVersion": "TLSv1_2", "cipherSuites": ["TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA"] } }"""],
    Equivalents = ["CKV_AZURE_218"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sslPolicy.policyName"].AsText?.Contains("2022", StringComparison.Ordinal) == true ? [] : resource["sslPolicy.policyName"].IsUnknown ? [resource["sslPolicy.policyName"].Undetermined("refuse old TLS")] : [.. resource["sslPolicy.minProtocolVersion"].MustBeOneOf(["TLSv1_2", "TLSv1_3"]), .. resource["sslPolicy.cipherSuites"].EachMust(suite => suite.Must("be a suite without RC4 and 3DES", found => found.AsText is not { } name || !Weak.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))).Take(1)];

    private static readonly string[] Weak = ["3DES", "RC4", "_NULL_"];
}
