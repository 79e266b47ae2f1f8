using Pulumi;
using Pulumi.Azure.Authorization;

namespace LlmOpsSecure.Infra.Identity;

/// <summary>Makes user-assigned identities that work in one region only.</summary>
internal static class Identities
{
    public static UserAssignedIdentity Create(string name, PlatformScope scope, Resource parent) =>
        new(name, new UserAssignedIdentityArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name(name),
            IsolationScope = "Regional",
            Tags = scope.Tags,
        }, new() { Parent = parent });
}
