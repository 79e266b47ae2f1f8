using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Storage;
using LlmOpsSecure.Infra.Vault;
using Pulumi;
using Pulumi.Azure.ServiceBus;
using Pulumi.Azure.ServiceBus.Inputs;

namespace LlmOpsSecure.Infra.Decisions;

/// <summary>
/// Keeps a model from deciding. What a model wants done is a message in <c>proposals</c>; people of the approvers' group move it to <c>approved</c>; the
/// executor reads only that queue and writes what it did to a ledger that cannot be changed. The kill switch stops both queues.
/// </summary>
public sealed class DecisionLedger : ComponentResource
{
    /// <summary>Resource id of the Service Bus namespace.</summary>
    [Output("namespaceId")] public Output<string> NamespaceId { get; private set; }

    /// <summary>Resource id of the queue that models send to.</summary>
    [Output("proposalsId")] public Output<string> ProposalsId { get; private set; }

    /// <summary>Resource id of the queue that the executor reads.</summary>
    [Output("approvedId")] public Output<string> ApprovedId { get; private set; }

    /// <summary>Resource id of the ledger's container.</summary>
    [Output("ledgerId")] public Output<string> LedgerId { get; private set; }

    /// <summary>Resource id of the ledger's blob service.</summary>
    [Output("blobServiceId")] public Output<string> BlobServiceId { get; private set; }

    /// <summary>Makes the queues, the ledger and the people's roles.</summary>
    public DecisionLedger(string name, DecisionLedgerArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:decisions:DecisionLedger", name, options)
    {
        var scope = args.Scope;
        var bus = this.Bus(name, args);
        var proposals = this.Queue($"{name}-proposals", "proposals", scope, bus);
        var approved = this.Queue($"{name}-approved", "approved", scope, bus);
        var account = new PrivateAccount(name, new PrivateAccountArgs { Scope = scope, AccountName = scope.CompactName("ledger"), Access = args.Access, Vault = args.Vault, KeyName = "ledger" }, new() { Parent = this });
        var ledger = new ImmutableContainer($"{name}-decisions", new ImmutableContainerArgs { AccountId = account.AccountId, ContainerName = "decisions", Days = scope.Settings.Audit.ArchiveDays, Locked = scope.Settings.Audit.LockArchive }, new() { Parent = this });
        var approvers = scope.Settings.Groups.Approvers;
        _ = Roles.AssignGroup($"{name}-approvers-read", approvers, Roles.MessageReceiver, proposals.Id, "Approvers read what models propose", this);
        _ = Roles.AssignGroup($"{name}-approvers-approve", approvers, Roles.MessageSender, approved.Id, "Approvers approve", this);

        this.NamespaceId = bus.Id;
        this.ProposalsId = proposals.Id;
        this.ApprovedId = approved.Id;
        this.LedgerId = ledger.ContainerId;
        this.BlobServiceId = account.BlobServiceId;
        this.RegisterOutputs();
    }

    private Namespace Bus(string name, DecisionLedgerArgs args)
    {
        var scope = args.Scope;
        var key = args.Vault.Key("messages");
        var user = new KeyUser($"{name}-messages", scope, key, new() { Parent = this });
        var bus = new Namespace(name, new NamespaceArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("decisions"),
            Sku = "Premium",
            Capacity = 1,
            PremiumMessagingPartitions = 1,
            LocalAuthEnabled = false,             // decisions-queues-have-no-keys
            PublicNetworkAccessEnabled = false,   // decisions-queues-are-private
            MinimumTlsVersion = "1.2", // decisions-queues-refuse-old-tls
            NetworkRuleSet = new NamespaceNetworkRuleSetArgs { DefaultAction = "Deny", PublicNetworkAccessEnabled = false, TrustedServicesAllowed = false },
            Identity = new NamespaceIdentityArgs { Type = "UserAssigned", IdentityIds = { user.IdentityId } },
            CustomerManagedKey = new Pulumi.Azure.ServiceBus.Inputs.NamespaceCustomerManagedKeyArgs { KeyVaultKeyId = key.Id, IdentityId = user.IdentityId, InfrastructureEncryptionEnabled = true },
            Tags = scope.Tags,
        }, new() { Parent = this, DependsOn = { user.Grant } });
        _ = args.Access.To($"{name}-bus", bus.Id, "namespace", "servicebus", this);
        return bus;
    }

    private Queue Queue(string name, string queue, PlatformScope scope, Namespace bus) =>
        new(name, new QueueArgs
        {
            Name = queue,
            NamespaceId = bus.Id,
            RequiresDuplicateDetection = true,
            DefaultMessageTtl = "P1D",                 // decisions-proposals-expire
            DeadLetteringOnMessageExpiration = true,
            MaxDeliveryCount = 3,
            Status = scope.Settings.KillSwitch ? "Disabled" : "Active",
        }, new() { Parent = this });
}
