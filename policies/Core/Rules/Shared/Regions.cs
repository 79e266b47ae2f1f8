namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>What is known of Azure's regions.</summary>
internal static class Regions
{
    // Every region that was opened since 2020 has zones; so the list of those without only gets shorter.
    private static readonly HashSet<string> WithoutZones = new(StringComparer.OrdinalIgnoreCase)
    {
        "westus", "northcentralus", "westcentralus", "canadaeast", "brazilsoutheast", "ukwest", "francesouth", "germanynorth", "norwaywest", "switzerlandwest", "uaecentral", "southafricawest", "koreasouth", "southindia", "westindia",
        "jioindiacentral", "jioindiawest", "australiacentral", "australiacentral2", "australiasoutheast", "chinaeast", "chinaeast2", "chinanorth", "chinanorth2", "usgovarizona", "usgovtexas", "usdodcentral", "usdodeast",
    };

    /// <summary>Whether a region, in either spelling (West Europe, westeurope), is not known to lack availability zones.</summary>
    public static bool HaveZones(string? location) => location is null || !WithoutZones.Contains(location.Replace(" ", "", StringComparison.Ordinal));
}
