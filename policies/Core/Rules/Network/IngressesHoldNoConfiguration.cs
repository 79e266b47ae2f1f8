using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed partial class IngressesHoldNoConfiguration() : ResourcePolicy(new PolicyInfo
{
    Id = "network-ingresses-hold-no-configuration",
    Title = "Paths and annotations of ingresses hold no configuration of the controller",
    Why = "The controller writes them into its own file, so that a line in them reads its token, and with it every secret of the cluster (CVE-2021-25745, CVE-2021-25746, CVE-2023-5043, CVE-2025-1097).",
    Severity = Severity.High,
    Types = [KubernetesTypes.Ingress],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Write plain paths and values.",
    Good = ["""{ "metadata": { "annotations": { "nginx.ingress.kubernetes.io/proxy-body-size": "8m" } }, "spec": { "rules": [{ "http": { "paths": [{ "path": "/v1/(chat|models)" }] } }] } }"""],
    Bad = ["""{ "spec": { "rules": [{ "http": { "paths": [{ "path": "/a { alias /etc/passwd; }" }] } }] } }""", """{ "metadata": { "annotations": { "nginx.ingress.kubernetes.io/auth-tls-match-cn": "CN=a #(\\n){}\\nssl_engine /a;" } } }"""],
    Equivalents = ["kyverno:restrict-annotations", "kyverno:restrict-ingress-paths"],
})
{
    public override IEnumerable<Finding> Check(Resource ingress) =>
        ingress["spec.rules"].Items.SelectMany(rule => rule["http.paths"].Items).SelectMany(path => path["path"].Must("be a plain path", IsPlain, whenAbsent: true))
        .Concat(ingress["metadata"].Member("annotations").Members.Where(annotation => annotation.Name.Contains("nginx", StringComparison.Ordinal) && !annotation.Name.Contains("-snippet", StringComparison.Ordinal)).SelectMany(annotation => annotation.Field.Must("be a plain value", IsPlain, whenAbsent: true)));

    private static bool IsPlain(Field value) => value.AsText is not { } text || !Configuration().IsMatch(text.Trim());

    // A directive, a block, a line break, or a place where the controller keeps what it knows.
    [GeneratedRegex(@"[\r\n]|;\s*$|\{\s*[a-z_]+\s|\b(alias|root|proxy_pass|load_module|ssl_engine|include)\b[^;]*;|_by_lua|/etc/(passwd|shadow|group|nginx|ingress-controller|kubernetes)|^/etc\b|^/root\b|/var/run/(secrets|kubernetes)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Configuration();
}
