using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>A policy that judges one setting of a component of Kubernetes itself, where a cluster is not a managed one: a flag of its command line, and the same setting in a configuration file.</summary>
/// <param name="info">What there is to say about it.</param>
/// <param name="program">The program, such as <c>kube-apiserver</c>.</param>
/// <param name="configuration">The setting's place in the configuration file; null where it has none.</param>
/// <param name="file">The kind of the file.</param>
internal abstract class ComponentPolicy(PolicyInfo info, string program, string? configuration = null, string file = "kubernetes:kubelet.config.k8s.io/v1beta1:KubeletConfiguration") : WorkloadPolicy(info)
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Once(Components.Of).Of(program) is { Count: > 0 } flags ? flags.SelectMany(this.Check) : [];

    public override IEnumerable<Finding> Check(Stack stack) =>
        configuration is null ? [] : stack.OfType(file).SelectMany(settings => this.CheckFile(settings.Root[configuration]));

    /// <summary>What the policy has to say about a command line.</summary>
    protected abstract IEnumerable<Finding> Check(ComponentFlags flags);

    /// <summary>What the policy has to say about the setting in a configuration file, whose defaults are safer than the flags'.</summary>
    protected virtual IEnumerable<Finding> CheckFile(Field setting) => [];
}
