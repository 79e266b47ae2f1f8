using Pulumi;

namespace LlmOpsSecure.Infra.Identity;

/// <summary>A role at one resource.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="On">Short name of the resource.</param>
/// <param name="Scope">Resource id.</param>
/// <param name="Why">The reason.</param>
public sealed record RoleGrant(string Role, string On, Input<string> Scope, string Why);
