using Pulumi;
using Pulumi.Azure.Storage;

namespace LlmOpsSecure.Infra.Storage;

/// <summary>A private container whose blobs cannot be changed or deleted for a time; streams may be appended to.</summary>
public sealed class ImmutableContainer : ComponentResource
{
    /// <summary>Resource id of the container.</summary>
    [Output("containerId")] public Output<string> ContainerId { get; private set; }

    /// <summary>Makes the container with its policy.</summary>
    public ImmutableContainer(string name, ImmutableContainerArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:storage:ImmutableContainer", name, options)
    {
        var container = new Container(name, new ContainerArgs
        {
            Name = args.ContainerName,
            StorageAccountId = args.AccountId,
            ContainerAccessType = "private", // storage-containers-are-private
            Metadata = { ["audit"] = "true" },
        }, new() { Parent = this });
        _ = new ContainerImmutabilityPolicy(name, new ContainerImmutabilityPolicyArgs
        {
            StorageContainerResourceManagerId = container.Id,
            ImmutabilityPeriodInDays = args.Days, // storage-audit-containers-are-immutable
            ProtectedAppendWritesAllEnabled = true,
            Locked = args.Locked,
        }, new() { Parent = this });
        this.ContainerId = container.Id;
        this.RegisterOutputs();
    }
}
