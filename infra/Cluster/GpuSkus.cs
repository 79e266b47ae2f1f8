namespace LlmOpsSecure.Infra.Cluster;

/// <summary>The GPU VM sizes that the kit knows, with facts of the AKS documentation of August 2026.</summary>
public static class GpuSkus
{
    /// <summary>All sizes, smallest first.</summary>
    public static IReadOnlyList<GpuSku> All { get; } =
    [
        new("Standard_NC4as_T4_v3", 1, 16, Mig: false),
        new("Standard_NC8as_T4_v3", 1, 16, Mig: false),
        new("Standard_NC16as_T4_v3", 1, 16, Mig: false),
        new("Standard_NC24ads_A100_v4", 1, 80, Mig: true),
        new("Standard_NC48ads_A100_v4", 2, 80, Mig: true),
        new("Standard_NC96ads_A100_v4", 4, 80, Mig: true),
        new("Standard_NC40ads_H100_v5", 1, 94, Mig: true),
        new("Standard_NC80adis_H100_v5", 2, 94, Mig: true),
        new("Standard_NCC40ads_H100_v5", 1, 94, Mig: false, Confidential: true),
        new("Standard_ND96asr_v4", 8, 40, Mig: true),
        new("Standard_ND96amsr_A100_v4", 8, 80, Mig: true),
        new("Standard_ND96isr_H100_v5", 8, 80, Mig: true),
        new("Standard_ND96isr_H200_v5", 8, 141, Mig: true),
    ];

    /// <summary>MIG profiles with the slices that each makes of one GPU.</summary>
    public static IReadOnlyDictionary<string, int> MigProfiles { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal) { ["MIG1g"] = 7, ["MIG2g"] = 3, ["MIG3g"] = 2, ["MIG4g"] = 1, ["MIG7g"] = 1 };

    /// <summary>The size of that name; null where the kit does not know it.</summary>
    public static GpuSku? Find(string name) => All.FirstOrDefault(sku => sku.Name == name);

    /// <summary>Slices that a profile makes of one GPU; 1 for a profile that does not exist.</summary>
    public static int SlicesPerGpu(string profile) => MigProfiles.GetValueOrDefault(profile, 1);
}
