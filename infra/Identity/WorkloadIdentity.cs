using Pulumi;
using Pulumi.Azure.ArmMsi;

namespace LlmOpsSecure.Infra.Identity;

/// <summary>The identity of one component: exactly one service account of one cluster can use it, and it holds the least roles at single resources.</summary>
public sealed class WorkloadIdentity : ComponentResource
{
    /// <summary>Client id, which the service account carries.</summary>
    [Output("clientId")] public Output<string> ClientId { get; private set; }

    /// <summary>Makes the identity with its credential and roles.</summary>
    public WorkloadIdentity(string name, WorkloadIdentityArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:identity:WorkloadIdentity", name, options)
    {
        var identity = Identities.Create(name, args.Scope, this);
        _ = new FederatedIdentityCredential(name, new FederatedIdentityCredentialArgs
        {
            Name = args.Account.IdentityName,
            UserAssignedIdentityId = identity.Id,
            Issuer = args.Issuer,
            Audience = "api://AzureADTokenExchange", // identity-federation-has-the-exchange-audience
            Subject = args.Account.Subject,          // identity-federation-names-one-account
        }, new() { Parent = this });
        foreach (var grant in args.Grants)
        {
            _ = Roles.Assign($"{name}-{grant.On}", identity.PrincipalId, grant.Role, grant.Scope, grant.Why, this);
        }

        this.ClientId = identity.ClientId;
        this.RegisterOutputs();
    }
}
