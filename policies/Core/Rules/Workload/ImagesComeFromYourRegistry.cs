using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ImagesComeFromYourRegistry() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-images-come-from-your-registry",
    Title = "Images come from a registry of yours",
    Why = "A public registry serves whatever was pushed last, to anybody, until it is down.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Atlas("AML.T0010.004"), Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Mcsb("DS-6")],
    Remediation = "Mirror the image, and name it in your registry.",
    Good = ["""{ "containers": [{ "name": "a", "image": "kit.azurecr.io/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "mcr.microsoft.com/a:1", "args": [] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "nginx", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "ghcr.io/a/b:1", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "docker.io/a/b", "args": [] }] }"""],
    Equivalents =
    [
        "AVD-KSV-0032", "AVD-KSV-0033", "AVD-KSV-0034", "AVD-KSV-0035", "C-0001", "C-0078", "C-0304", "kyverno:restrict-image-registries", "gatekeeper:allowedrepos",
        "gatekeeper:allowedreposv2", "gatekeeper:disallowedrepos",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["image"].Must("come from a registry of yours", image => !IsPublic(image.AsText ?? ""), whenAbsent: true));

    private static readonly string[] Public = ["docker.io", "index.docker.io", "registry-1.docker.io", "quay.io", "ghcr.io", "gcr.io", "registry.k8s.io", "k8s.gcr.io", "public.ecr.aws", "nvcr.io", "registry.gitlab.com", "lscr.io"];

    // A first part without dot, port or localhost is a name of Docker Hub's.
    private static bool IsPublic(string image)
    {
        var host = image.Split('@')[0] is var name && name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? name[..slash] : "";
        return !(host.Contains('.', StringComparison.Ordinal) || host.Contains(':', StringComparison.Ordinal) || host == "localhost") || Public.Contains(host, StringComparer.OrdinalIgnoreCase);
    }
}
