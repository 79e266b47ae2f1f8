using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Tells the pods in which tools run what a model wrote.</summary>
internal static class ToolSandbox
{
    private static readonly string[] Roles = ["sandbox", "tool-sandbox", "code-interpreter", "code-execution"];

    /// <summary>Whether the pod is a sandbox: by its kind, by a label, or because it asks for an isolating runtime.</summary>
    public static bool Is(PodSpec pod) => pod.Once(Answer.Of).IsSandbox;

    /// <summary>Whether a runtime class gives each pod a kernel of its own.</summary>
    public static bool Isolates(string? runtime) => runtime is not null && (runtime.StartsWith("kata", StringComparison.OrdinalIgnoreCase) || runtime.Contains("gvisor", StringComparison.OrdinalIgnoreCase) || runtime.Equals("runsc", StringComparison.OrdinalIgnoreCase));

    private static bool IsKind(string type) => TypeToken.Canonical(type) is "kubernetes:agents.x-k8s.io:Sandbox" or "kubernetes:extensions.agents.x-k8s.io:SandboxTemplate";

    private static bool Labels(Field labels) => labels.Members.Any(label =>
        (label.Name.AsSpan(label.Name.LastIndexOf('/') + 1).Equals("sandbox", StringComparison.OrdinalIgnoreCase) && label.Field.AsText is { } value && value != "false")
        || Roles.Contains(label.Field.AsText, StringComparer.OrdinalIgnoreCase));

    private sealed record Answer(bool IsSandbox)
    {
        public static Answer Of(PodSpec pod) => new(IsKind(pod.Owner.Type) || Isolates(pod["runtimeClassName"].AsText) || Labels(pod.Metadata["labels"]) || Labels(pod.Owner["metadata.labels"]));
    }
}
