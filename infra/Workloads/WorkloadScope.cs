using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Registry;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>What all Kubernetes objects of a stack share.</summary>
/// <param name="Settings">The stack's settings.</param>
/// <param name="Platform">What the platform gives.</param>
public sealed record WorkloadScope(StackSettings Settings, PlatformOutputs Platform)
{
    /// <summary>The registry that images come from.</summary>
    public string Registry => ImageRegistry.LoginServer(this.Settings);

    /// <summary>A pinned image in the stack's registry.</summary>
    public string Image(string name) => Images.Of(this.Settings, name).In(this.Registry);

    /// <summary>Name, namespace, labels and owner of an object.</summary>
    public ObjectMetaArgs Meta(string name, string? inNamespace = null, string? app = null)
    {
        var meta = new ObjectMetaArgs { Name = name, Labels = this.Labels(app ?? name), Annotations = { ["llmops/owner"] = this.Settings.Owner } };
        if (inNamespace is not null)
        {
            meta.Namespace = inNamespace;
        }

        return meta;
    }

    /// <summary>Name and labels of a service account, and its identity in Azure where it has one.</summary>
    public ObjectMetaArgs AccountMeta(ServiceAccountName account)
    {
        var meta = this.Meta(account.Name, account.Namespace);
        if (WorkloadAccounts.All(this.Settings).Contains(account))
        {
            meta.Annotations.Add("azure.workload.identity/client-id", this.Platform.ClientId(account));
        }

        return meta;
    }

    /// <summary>The labels of an app's objects and pods.</summary>
    public InputMap<string> Labels(string app) => new()
    {
        ["app.kubernetes.io/name"] = app,
        ["app.kubernetes.io/part-of"] = "llmops",
        ["llmops/system"] = this.Settings.Name,
        ["llmops/cost-center"] = Label(this.Settings.CostCenter),
    };

    private static string Label(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
