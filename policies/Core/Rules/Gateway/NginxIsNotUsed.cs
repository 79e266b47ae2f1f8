using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class NginxIsNotUsed() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-nginx-is-not-used",
    Title = "The retired NGINX ingress is not used",
    Why = "It gets no fixes since March 2026, and its managed form none after November 2026.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Ingress, "kubernetes:networking.k8s.io/v1:IngressClass"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6"), Framework.Nist("SA-22")],
    Remediation = "Use the Gateway API.",
    Good = ["""{ "spec": { "ingressClassName": "azure-application-gateway" } }"""],
    Bad = ["""{ "spec": { "ingressClassName": "nginx" } }""", """{ "metadata": { "annotations": { "kubernetes.io/ingress.class": "nginx" } }, "spec": { } }""", """{ "spec": { "ingressClassName": "webapprouting.kubernetes.azure.com" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["spec.ingressClassName"], resource["metadata.annotations"].Member("kubernetes.io/ingress.class"), resource["spec.controller"] }.SelectMany(field => field.Must("not be NGINX", found => found.AsText is not { } text || !Names.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)), whenAbsent: true)).Where(finding => finding is Violation);

    private static readonly string[] Names = ["nginx", "webapprouting.kubernetes.azure.com"];
}
