using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>A role of Azure: which operations of the control plane and of the data plane it allows. Patterns may hold <c>*</c>.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="Id">The last part of its id; empty for a role of the stack.</param>
internal sealed record AzureRole(string Name, string Id)
{
    public IReadOnlyList<string> Actions { get; init; } = [];

    public IReadOnlyList<string> NotActions { get; init; } = [];

    public IReadOnlyList<string> DataActions { get; init; } = [];

    public IReadOnlyList<string> NotDataActions { get; init; } = [];

    /// <summary>Whether what it allows is not known: a role that is neither built in nor in the stack.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The role's other sets of permissions; what one set takes away takes nothing from another.</summary>
    public IReadOnlyList<AzureRole> More { get; init; } = [];

    /// <summary>Whether the role allows the operation.</summary>
    public bool Allows(Operation operation) => this.More.Any(other => other.Allows(operation)) || (operation.IsData
        ? this.DataActions.Any(pattern => Matches(pattern, operation.Name)) && !this.NotDataActions.Any(pattern => Matches(pattern, operation.Name))
        : this.Actions.Any(pattern => Matches(pattern, operation.Name)) && !this.NotActions.Any(pattern => Matches(pattern, operation.Name)));

    /// <summary>A role that the stack defines.</summary>
    public static AzureRole From(Resource definition)
    {
        var name = definition["name"].AsText ?? definition.Name;
        var permissions = definition["permissions"];
        var sets = permissions.Items.Select(one => Permissions(name, one)).ToList();
        bool unknown = permissions.IsUnknown || permissions.Items.Any(one => one.IsUnknown || one.Members.Any(member => member.Name is "actions" or "dataActions" && (member.Field.IsUnknown || member.Field.Items.Any(item => item.IsUnknown))));
        return new(name, "") { More = sets, IsUnknown = unknown };
    }

    private static AzureRole Permissions(string name, Field one)
    {
        IReadOnlyList<string> All(string member) => [.. one.Member(member).Items.Select(item => item.AsText).OfType<string>()];
        return new(name, "") { Actions = All("actions"), NotActions = All("notActions"), DataActions = All("dataActions"), NotDataActions = All("notDataActions") };
    }

    private static bool Matches(string pattern, string operation) => pattern == "*" || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, operation);
}
