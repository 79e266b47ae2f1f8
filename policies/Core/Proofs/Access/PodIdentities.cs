using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Reads as whom pods act: their service account where they have a token of it, the node where they can break out to it, and what the metadata service gives them.</summary>
internal sealed class PodIdentities(Stack stack, ClusterInventory cluster, KubernetesNetwork network)
{
    private static readonly AddressSet Metadata = AddressSet.TryParse("169.254.169.254", out var set) ? set.Value : default;
    private static readonly string[] TokenDrivers = ["blob.csi.azure.com", "file.csi.azure.com", "secrets-store.csi.k8s.io"];

    private readonly ILookup<(string Kind, string Name), KubernetesObject> volumes = KubernetesObject.In(stack).Where(item => item.Kind is "PersistentVolumeClaim" or "PersistentVolume").ToLookup(item => (item.Kind, item.Name));

    public IEnumerable<(AccessIdentity From, AccessEdge Edge)> Edges()
    {
        foreach (var workload in cluster.Workloads)
        {
            var (identity, account) = (ClusterInventory.IdentityOf(workload), ClusterInventory.AccountOf(workload));
            if (this.TokenOf(workload, account) is { } token)
            {
                yield return (identity, new(account, token.Why, token.Holds));
            }

            foreach (var (why, holds) in Escapes(workload))
            {
                yield return (identity, new(AccessIdentity.Node, why, holds));
            }
        }
    }

    /// <summary>The way of pods to the metadata service, which speaks for the node. Whether there is one without a cluster is the cloud's to tell.</summary>
    public IEnumerable<SharedEdges> ToMetadata(IReadOnlyCollection<AccessIdentity> kubelets)
    {
        return kubelets.Count == 0 ? [] : cluster.Workloads.Select(workload => (Workload: workload, Reach: workload.HostNetwork == Truth.Yes ? Reach.All : network.Between(new WorkloadEnd(workload), new AddressEnd(Metadata))))
            .Where(one => one.Reach.Possible.Contains(Protocol.Tcp, 80))
            .GroupBy(one => one.Reach.Allowed.Contains(Protocol.Tcp, 80) ? Truth.Yes : Truth.Maybe, one => ClusterInventory.IdentityOf(one.Workload))
            .Select(group => new SharedEdges([.. group.Distinct()], [.. kubelets.Select(kubelet => new AccessEdge(kubelet, "the metadata service, which no network policy keeps from it", group.Key))]));
    }

    private (string Why, Truth Holds)? TokenOf(Workload workload, AccessIdentity account)
    {
        var spec = workload.Spec;
        var mount = spec["automountServiceAccountToken"] is { IsAbsent: false } own ? own : cluster.Declared.TryGetValue(account, out var declared) ? declared.Root["automountServiceAccountToken"] : default;
        if (mount.IsUnknown || mount.AsBoolean != false)
        {
            return ("its token, which is mounted", mount.IsUnknown ? Truth.Maybe : Truth.Yes);
        }

        if (workload.Labels.TryGetValue("azure.workload.identity/use", out var label) && label is null or "true")
        {
            return ("a token for workload identity", label is null ? Truth.Maybe : Truth.Yes);
        }

        foreach (var volume in spec["volumes"].Items)
        {
            if (volume["projected.sources"].Items.Any(source => !source["serviceAccountToken"].IsAbsent))
            {
                return ($"a token in volume {volume["name"].AsText}", Truth.Yes);
            }

            if (this.DriverOf(volume, workload.Namespace) is { } driver && TokenDrivers.Contains(driver))
            {
                return ($"volume {volume["name"].AsText}, which {driver} mounts in its name", Truth.Yes);
            }
        }

        return null;
    }

    private string? DriverOf(Field volume, string? space)
    {
        if (volume["csi.driver"].AsText is { } inline)
        {
            return inline;
        }

        if (volume["persistentVolumeClaim.claimName"].AsText is not { } claim)
        {
            return null;
        }

        var bound = this.volumes[("PersistentVolumeClaim", claim)].FirstOrDefault(item => item.Namespace == space)?.Root["spec.volumeName"].AsText;
        return bound is null ? null : this.volumes[("PersistentVolume", bound)].FirstOrDefault()?.Root["spec.csi.driver"].AsText;
    }

    private static IEnumerable<(string Why, Truth Holds)> Escapes(Workload workload)
    {
        foreach (var container in workload.Spec["containers"].Items.Concat(workload.Spec["initContainers"].Items))
        {
            var privileged = container["securityContext.privileged"];
            if (privileged.IsUnknown || privileged.AsBoolean == true)
            {
                yield return ($"container {container["name"].AsText}, which is privileged", privileged.IsUnknown ? Truth.Maybe : Truth.Yes);
            }
        }

        var processes = workload.Spec["hostPID"];
        if (processes.IsUnknown || processes.AsBoolean == true)
        {
            yield return ("the node's processes, which it shares", processes.IsUnknown ? Truth.Maybe : Truth.Yes);
        }

        foreach (var volume in workload.Spec["volumes"].Items.Where(volume => !volume["hostPath"].IsAbsent))
        {
            yield return ($"the node's files at {volume["hostPath.path"].AsText ?? "a path not known"}", Truth.Yes);
        }
    }
}
