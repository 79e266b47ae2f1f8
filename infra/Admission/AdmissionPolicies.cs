using LlmOpsSecure.Infra.Workloads;
using Pulumi;
using Pulumi.Kubernetes.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Admission;

/// <summary>The rules that the API server keeps: it refuses and records what breaks one, and refuses everything if it cannot judge.</summary>
public sealed class AdmissionPolicies : ComponentResource
{
    /// <summary>Makes a policy with its binding for each rule.</summary>
    public AdmissionPolicies(string name, AdmissionPoliciesArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:admission:AdmissionPolicies", name, options)
    {
        foreach (var rule in AdmissionRules.Of(args.Scope.Registry))
        {
            var full = $"llmops-{rule.Name}";
            var policy = new ValidatingAdmissionPolicy(full, new ValidatingAdmissionPolicyArgs { Metadata = args.Scope.Meta(full), Spec = Policy(rule) }, new() { Parent = this });
            _ = new ValidatingAdmissionPolicyBinding(full, new ValidatingAdmissionPolicyBindingArgs
            {
                Metadata = args.Scope.Meta(full),
                Spec = new ValidatingAdmissionPolicyBindingSpecArgs
                {
                    PolicyName = full,
                    ValidationActions = { "Deny", "Audit" }, // admission-bindings-deny
                    MatchResources = new MatchResourcesArgs { NamespaceSelector = Namespaces(rule) },
                },
            }, new() { Parent = this, DependsOn = { policy } });
        }

        this.RegisterOutputs();
    }

    private static ValidatingAdmissionPolicySpecArgs Policy(AdmissionRule rule) => new()
    {
        FailurePolicy = "Fail", // admission-policies-fail-closed
        MatchConstraints = new MatchResourcesArgs
        {
            ResourceRules = { new NamedRuleWithOperationsArgs { ApiGroups = { "" }, ApiVersions = { "v1" }, Operations = [.. rule.Operations], Resources = [.. rule.Resources] } },
        },
        Variables = [.. rule.Variables.Select(variable => new VariableArgs { Name = variable.Name, Expression = variable.Expression })],
        Validations = [.. rule.Validations.Select(validation => new ValidationArgs { Expression = validation.Expression, Message = validation.Message, Reason = "Forbidden" })],
    };

    private static LabelSelectorArgs Namespaces(AdmissionRule rule) => rule.Roles.Count > 0
        ? new() { MatchExpressions = { new LabelSelectorRequirementArgs { Key = "llmops/role", Operator = "In", Values = [.. rule.Roles] } } }
        : new()
        {
            MatchExpressions =
            {
                new LabelSelectorRequirementArgs { Key = "llmops/role", Operator = "NotIn", Values = [.. rule.Exempt] },
                new LabelSelectorRequirementArgs { Key = "kubernetes.io/metadata.name", Operator = "NotIn", Values = { "kube-system", "gatekeeper-system", "gpu-system" } },
            },
        };
}
