using LlmOpsSecure.Policies.Floors;
using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class VersionsAreAboveTheFloor() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-versions-are-above-the-floor",
    Title = "Programs with known ways in are new enough",
    Why = "The advisories are public, and so are programs that use them.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion, Threat.SupplyChain],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Nist("SI-2"), Framework.Atlas("AML.T0049")],
    Remediation = "Raise the image to the version that the message names.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.33.0-cu130", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/web:0.1", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "ghcr.io/berriai/litellm:1.83.0", "args": [] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "docker.io/vllm/vllm-openai:v0.31.2", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "nvcr.io/nvidia/k8s-device-plugin:v0.17.1", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "ghcr.io/berriai/litellm:v1.82.7-stable", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "nvcr.io/nvidia/tritonserver:25.06-py3", "args": [] }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["image"] is { IsKnown: true, AsText: { } image } field && VersionFloors.OfImage(image) is { } floor ? Judge(pod, field, floor, VersionFloors.TagOf(image)) : []);

    private static IEnumerable<Finding> Judge(PodSpec pod, Field image, VersionFloor floor, string? tag)
    {
        var version = VersionText.Parse(tag) ?? VersionText.Parse(pod.Metadata["labels"].Member("app.kubernetes.io/version").AsText);
        if (version is null)
        {
            yield return new Undetermined(pod.Owner.Urn, image.Path, $"{image.Path} must be {floor.Name} {floor.Minimum} or newer, but neither tag nor label tells its version");
        }
        else if (version < floor.Minimum || floor.Refused.Any(refused => VersionText.Parse(refused) == version))
        {
            yield return image.Violation(floor.Minimum is null ? $"not be {floor.Name} {version} ({string.Join(", ", floor.Advisories)})" : $"be {floor.Name} {floor.Minimum} or newer ({string.Join(", ", floor.Advisories.Take(3))})");
        }
    }
}
