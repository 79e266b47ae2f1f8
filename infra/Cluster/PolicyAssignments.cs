using System.Text.Json;
using LlmOpsSecure.Infra.Registry;
using Pulumi;
using Pulumi.Azure.Core;
using Pulumi.Azure.Core.Inputs;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>Built-in Azure policies that hold the cluster to its rules from outside, also against who administers it.</summary>
public sealed class PolicyAssignments : ComponentResource
{
    /// <summary>"Kubernetes cluster pod security restricted standards for Linux-based workloads".</summary>
    private const string RestrictedPods = "/providers/Microsoft.Authorization/policySetDefinitions/42b8ef37-b724-4e24-bbc8-7a7708edfe00";

    /// <summary>"Kubernetes cluster containers should only use allowed images".</summary>
    private const string AllowedImages = "/providers/Microsoft.Authorization/policyDefinitions/febd0533-8e55-448f-b837-bd0e06f16469";

    private static readonly string[] SystemNamespaces = ["kube-system", "gatekeeper-system", "azure-arc", "gpu-system"];

    /// <summary>Makes the assignments at the resource group.</summary>
    public PolicyAssignments(string name, PolicyAssignmentsArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:cluster:PolicyAssignments", name, options)
    {
        var registry = ImageRegistry.LoginServer(args.Scope.Settings).Replace(".", "\\.", StringComparison.Ordinal);
        this.Assign(name, args, "restricted-pods", RestrictedPods, "Pods keep the restricted Pod Security Standard", new() { ["effect"] = "Deny", ["excludedNamespaces"] = SystemNamespaces });
        this.Assign(name, args, "allowed-images", AllowedImages, "Images come from the stack's registry", new()
        {
            ["effect"] = "Deny",
            ["excludedNamespaces"] = SystemNamespaces,
            ["allowedContainerImagesRegex"] = $"^{registry}/.+@sha256:[0-9a-f]{{64}}$",
        });
        this.RegisterOutputs();
    }

    private void Assign(string name, PolicyAssignmentsArgs args, string policy, string definition, string what, Dictionary<string, object> parameters) =>
        _ = new ResourceGroupPolicyAssignment($"{name}-{policy}", new ResourceGroupPolicyAssignmentArgs
        {
            Name = policy,
            DisplayName = what,
            ResourceGroupId = args.ResourceGroupId,
            PolicyDefinitionId = definition,
            Enforce = true, // cluster-policy-assignments-are-enforced
            Parameters = JsonSerializer.Serialize(parameters.ToDictionary(pair => pair.Key, pair => new { value = pair.Value }, StringComparer.Ordinal)),
            NonComplianceMessages = { new ResourceGroupPolicyAssignmentNonComplianceMessageArgs { Content = what } },
        }, new() { Parent = this });
}
