using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class SandboxesHaveNoIdentity() : StackPolicy(new PolicyInfo
{
    Id = "identity-sandboxes-have-no-identity",
    Title = "Sandboxes have no identity in the cloud",
    Why = "A credential that a sandbox can exchange is a credential that a prompt can use.",
    Severity = Severity.Critical,
    Types = ["azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", KubernetesTypes.Pod],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.OwaspAgentic("ASI03"), Framework.Atlas("AML.T0098"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Remove the federated credential of the sandbox's service account.",
    Good = ["""[{ "type": "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "name": "f", "properties": { "subject": "system:serviceaccount:models:a" } }]""", """[{ "type": "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "name": "f", "properties": { "subject": "system:serviceaccount:edge:proxy" } }, { "type": "kubernetes:core/v1:Pod", "name": "p", "properties": { "metadata": { "namespace": "tools" }, "spec": { "runtimeClassName": "kata-vm-isolation", "serviceAccountName": "t", "containers": [] } } }]"""],
    Bad = ["""[{ "type": "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "name": "f", "properties": { "subject": "system:serviceaccount:tools:t" } }, { "type": "kubernetes:core/v1:Pod", "name": "p", "properties": { "metadata": { "namespace": "tools" }, "spec": { "runtimeClassName": "kata-vm-isolation", "serviceAccountName": "t", "containers": [] } } }]""", """[{ "type": "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "name": "f", "properties": { "subject": "system:serviceaccount:sandbox-a:t" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var accounts = stack.Pods.Where(ToolSandbox.Is).Select(pod => $"system:serviceaccount:{pod.Namespace}:{pod["serviceAccountName"].AsText ?? "default"}").ToHashSet(StringComparer.Ordinal);
        return stack.OfType("azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential").Where(credential => credential["subject"].AsText is { } subject && (accounts.Contains(subject) || subject.StartsWith("system:serviceaccount:sandbox", StringComparison.Ordinal))).Select(credential => credential["subject"].Violation("not be a sandbox's account"));
    }
}
