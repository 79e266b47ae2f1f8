using LlmOpsSecure.Infra.Configuration;
using Pulumi;

namespace LlmOpsSecure.Infra;

/// <summary>Where Azure resources are made, and whose they are.</summary>
/// <param name="Settings">The stack's settings.</param>
/// <param name="ResourceGroupName">The resource group.</param>
public sealed record PlatformScope(StackSettings Settings, Input<string> ResourceGroupName)
{
    /// <summary>The region.</summary>
    public string Location => this.Settings.Location;

    /// <summary>The tags that every resource carries: who owns it, what it is for, how sensitive it is, who pays.</summary>
    public InputMap<string> Tags => new()
    {
        ["owner"] = this.Settings.Owner,
        ["environment"] = this.Settings.Environment,
        ["data-classification"] = this.Settings.DataClassification,
        ["cost-center"] = this.Settings.CostCenter,
        ["managed-by"] = "llmops-secure",
    };

    /// <summary>The name of a resource of this stack, such as <c>llmprod-gpu</c>.</summary>
    public string Name(string role) => $"{this.Settings.Name}-{role}";

    /// <summary>The name of a resource that allows letters and digits only, such as <c>llmprodmodels</c>.</summary>
    public string CompactName(string role) => this.Settings.Name + role;
}
