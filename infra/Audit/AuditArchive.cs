using LlmOpsSecure.Infra.Storage;
using Pulumi;
using Pulumi.Azure.Storage;
using Pulumi.Azure.Storage.Inputs;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>The archive of all logs: blobs that nobody can change for the time that the settings give, nor ever if the stack locks it.</summary>
public sealed class AuditArchive : ComponentResource
{
    /// <summary>Resource id of the storage account.</summary>
    [Output("accountId")] public Output<string> AccountId { get; private set; }

    /// <summary>Resource id of its blob service.</summary>
    [Output("blobServiceId")] public Output<string> BlobServiceId { get; private set; }

    /// <summary>Makes the archive with one container for each kind of log that Azure writes.</summary>
    public AuditArchive(string name, AuditArchiveArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:audit:AuditArchive", name, options)
    {
        var scope = args.Scope;
        var account = new PrivateAccount(name, new PrivateAccountArgs
        {
            Scope = scope,
            AccountName = scope.CompactName("audit"),
            Access = args.Access,
            Vault = args.Vault,
            KeyName = "archive",
            Bypass = "AzureServices",
        }, new() { Parent = this });
        foreach (var log in Containers)
        {
            _ = new ImmutableContainer($"{name}-{log}", new ImmutableContainerArgs
            {
                AccountId = account.AccountId,
                ContainerName = $"insights-logs-{log}",
                Days = scope.Settings.Audit.ArchiveDays,
                Locked = scope.Settings.Audit.LockArchive,
            }, new() { Parent = this });
        }

        _ = new ManagementPolicy(name, Expiry(account, scope.Settings.Audit.ArchiveDays), new() { Parent = this });
        this.AccountId = account.AccountId;
        this.BlobServiceId = account.BlobServiceId;
        this.RegisterOutputs();
    }

    // The names that Azure gives to the containers of diagnostic settings, by category.
    private static IEnumerable<string> Containers => ["kube-audit-admin", "guard", "auditevent", "azfwapplicationrule", "azfwdnsquery", "containerregistryloginevents", "storageread", "storagewrite", "storagedelete"];

    private static ManagementPolicyArgs Expiry(PrivateAccount account, int days) => new()
    {
        StorageAccountId = account.AccountId,
        Rules =
        {
            new ManagementPolicyRuleArgs
            {
                Name = "expire",
                Enabled = true,
                Filters = new ManagementPolicyRuleFiltersArgs { BlobTypes = { "blockBlob", "appendBlob" } },
                Actions = new ManagementPolicyRuleActionsArgs
                {
                    BaseBlob = new ManagementPolicyRuleActionsBaseBlobArgs { DeleteAfterDaysSinceCreationGreaterThan = days + 30 },
                    Version = new ManagementPolicyRuleActionsVersionArgs { DeleteAfterDaysSinceCreation = days + 30 },
                },
            },
        },
    };
}
