using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Reads whom roles of Azure let their holder become.</summary>
internal sealed class AzureEscalations(Containment containment, ClusterInventory cluster, IReadOnlyList<Resource> identities, IReadOnlyList<Resource> clusters)
{
    /// <summary>Whom the holder of these roles can become.</summary>
    public IEnumerable<AccessEdge> Of(IReadOnlyList<RoleGrant> held)
    {
        foreach (var grant in held)
        {
            AccessEdge To(AccessIdentity identity, string how, Truth holds) => new(identity, $"{how} ({grant.Role.Name} at {grant.Scope})", holds);
            foreach (var identity in identities)
            {
                var federate = grant.Allows(Operation.WriteFederation, identity, containment);
                if (federate != Truth.No)
                {
                    yield return To(AzureGrants.IdentityOf(identity), "a federated credential that it may add", federate);
                }

                var assign = grant.Allows(Operation.AssignIdentity, identity, containment);
                if (assign != Truth.No && held.Any(other => other.Role.IsUnknown || other.Role.Allows(Operation.WriteMachines)))
                {
                    yield return To(AzureGrants.IdentityOf(identity), "a machine that it may give the identity", assign);
                }
            }

            foreach (var one in clusters)
            {
                Truth Unless(string setting, bool value) => one[setting] is var field && field.IsUnknown ? Truth.Maybe : field.AsBoolean == value ? Truth.No : Truth.Yes;
                (Operation Operation, string How, Truth Counts)[] ways =
                [
                    (Operation.WriteCluster, "the cluster's settings", Truth.Yes),
                    (Operation.AdminCredential, "the administrator's credential", Unless("localAccountDisabled", true)),
                    (Operation.RunInCluster, "the run command", Unless("runCommandEnabled", false)),
                    (Operation.KubernetesBind, "every right in the cluster", Unless("azureActiveDirectoryRoleBasedAccessControl.azureRbacEnabled", false)),
                ];
                foreach (var (operation, how, counts) in ways)
                {
                    if (PodTerm.Min(grant.Allows(operation, one, containment), counts) is not Truth.No and var holds)
                    {
                        yield return To(AccessIdentity.ClusterAdmin, how, holds);
                    }
                }

                if (grant.Allows(Operation.KubernetesPods, one, containment) is not Truth.No and var pods && grant.Allows(Operation.KubernetesBind, one, containment) == Truth.No)
                {
                    foreach (var account in cluster.AccountsIn(null))
                    {
                        yield return To(account, "pods that it may create", pods);
                    }
                }
            }
        }
    }
}
