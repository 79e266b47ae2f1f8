using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerUsesStrongCiphers() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-uses-strong-ciphers",
    Title = "The API server uses strong ciphers",
    Why = "Old suites can be broken, and give no forward secrecy.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --tls-cipher-suites to suites with ECDHE and GCM or ChaCha20.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--tls-cipher-suites=TLS_RSA_WITH_3DES_EDE_CBC_SHA"] }] }"""],
    Equivalents = ["CKV_K8S_105", "C-0143", "kics:510d5810-9a30-443a-817d-5c1fa527b110"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.Must("tls-cipher-suites", "name only strong suites", value => Ciphers.AreStrong(value), whenAbsent: false);
}
