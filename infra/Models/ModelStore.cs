using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Storage;
using Pulumi;
using Pulumi.Azure.Storage;

namespace LlmOpsSecure.Infra.Models;

/// <summary>
/// Where weights live. Publishers bring a revision into <c>incoming</c>; another identity promotes it into <c>weights</c>, where nobody can change it;
/// model servers read <c>weights</c> and nothing else. No one identity can both bring and promote.
/// </summary>
public sealed class ModelStore : ComponentResource
{
    /// <summary>Resource id of the storage account.</summary>
    [Output("accountId")] public Output<string> AccountId { get; private set; }

    /// <summary>Resource id of its blob service.</summary>
    [Output("blobServiceId")] public Output<string> BlobServiceId { get; private set; }

    /// <summary>Resource id of the container that model servers read.</summary>
    [Output("weightsId")] public Output<string> WeightsId { get; private set; }

    /// <summary>Makes the store.</summary>
    public ModelStore(string name, ModelStoreArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:models:ModelStore", name, options)
    {
        var scope = args.Scope;
        var account = new PrivateAccount(name, new PrivateAccountArgs { Scope = scope, AccountName = AccountName(scope.Settings), Access = args.Access, Vault = args.Vault, KeyName = "weights" }, new() { Parent = this });
        var weights = new ImmutableContainer($"{name}-weights", new ImmutableContainerArgs
        {
            AccountId = account.AccountId,
            ContainerName = "weights",
            Days = 365,
            Locked = false, // a revision can be withdrawn after the policy has been lifted, which alarms the auditors
        }, new() { Parent = this });
        var incoming = new Container($"{name}-incoming", new ContainerArgs { Name = "incoming", StorageAccountId = account.AccountId, ContainerAccessType = "private" }, new() { Parent = this });

        var promoter = Identities.Create("model-promoter", scope, this);
        _ = Roles.AssignGroup($"{name}-publishers", scope.Settings.Groups.ModelPublishers, Roles.BlobContributor, incoming.Id, "Publishers bring revisions", this);
        _ = Roles.Assign($"{name}-promoter-reads", promoter.PrincipalId, Roles.BlobReader, incoming.Id, "The promotion reads what publishers brought", this);
        _ = Roles.Assign($"{name}-promoter-writes", promoter.PrincipalId, Roles.BlobContributor, weights.ContainerId, "The promotion writes what has been checked", this);

        this.AccountId = account.AccountId;
        this.BlobServiceId = account.BlobServiceId;
        this.WeightsId = weights.ContainerId;
        this.RegisterOutputs();
    }

    /// <summary>The account's name, which is known before anything is deployed.</summary>
    public static string AccountName(StackSettings settings) => $"{settings.Name}models";
}
