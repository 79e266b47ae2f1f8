using LlmOpsSecure.Infra.Workloads;
using Pulumi;

namespace LlmOpsSecure.Infra.Admission;

/// <summary>No pod outside the system's namespaces reaches the metadata service or WireServer, from which a node's identity can be had, whatever else allows it.</summary>
public sealed class NoMetadata : ComponentResource
{
    /// <summary>Makes the policy.</summary>
    public NoMetadata(string name, AdmissionPoliciesArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:admission:NoMetadata", name, options)
    {
        _ = new CustomObject<CiliumClusterwideNetworkPolicySpec>(name, args.Scope.Meta("llmops-no-metadata"), new(
            new(MatchExpressions: [new("io.kubernetes.pod.namespace", "NotIn", ["kube-system"])]),
            [new(["169.254.169.254/32", "168.63.129.16/32"])]), new() { Parent = this }); // network-metadata-is-unreachable
        this.RegisterOutputs();
    }
}
