using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class NginxControllerIsGone() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-nginx-controller-is-gone",
    Title = "No pod runs the retired ingress controller of NGINX",
    Why = "It reads every secret of the cluster, and gets no fixes since March 2026.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6"), Framework.Nist("SA-22")],
    Remediation = "Use the Gateway API.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/nginx:1.29" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "registry.k8s.io/ingress-nginx/controller:v1.11.0" }] }""", """{ "containers": [{ "name": "a", "image": "quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.30.0" }] }"""],
    Equivalents = ["C-0292"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) => pod.Containers.SelectMany(container => container["image"].Must("not be the controller ingress-nginx", image => image.AsText is not { } name
        || !(name.Contains("ingress-nginx/controller", StringComparison.OrdinalIgnoreCase) || name.Contains("kubernetes-ingress-controller/nginx-ingress-controller", StringComparison.OrdinalIgnoreCase)), whenAbsent: true));
}
