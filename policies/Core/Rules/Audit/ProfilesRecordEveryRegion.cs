using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class ProfilesRecordEveryRegion() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-profiles-record-every-region",
    Title = "Log profiles record every region, and what belongs to none",
    Why = "Stolen credentials are used where nobody looks.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/logProfile:LogProfile"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Name global and all regions in locations. Log profiles are retired: a DiagnosticSetting of the subscription, which records all regions, replaces them.",
    Good = [$$"""{ "locations": ["{{string.Join("\", \"", Regions)}}"] }"""],
    Bad = ["""{ "locations": ["westeurope", "global"] }""", """{ }"""],
    Equivalents = ["AVD-AZU-0032"],
})
{
    // The regions that every subscription may use without asking; those that opened after 2021, when diagnostic settings had long taken over, are not asked for. Source: https://learn.microsoft.com/azure/reliability/regions-list.
    private static readonly string[] Regions =
    [
        "global", "eastus", "eastus2", "centralus", "northcentralus", "southcentralus", "westcentralus", "westus", "westus2", "westus3", "canadacentral", "canadaeast", "brazilsouth",
        "northeurope", "westeurope", "uksouth", "ukwest", "francecentral", "germanywestcentral", "norwayeast", "swedencentral", "switzerlandnorth", "southafricanorth", "uaenorth",
        "eastasia", "southeastasia", "japaneast", "japanwest", "koreacentral", "koreasouth", "centralindia", "southindia", "westindia", "australiacentral", "australiaeast", "australiasoutheast",
    ];

    public override IEnumerable<Finding> Check(Resource profile) =>
        profile["locations"].Must("hold global and every region", locations => locations.Items.Any(location => location.IsUnknown) || Regions.All(region => locations.Items.Any(location => Names(location, region))));

    // Both spellings are used: West Europe, westeurope.
    private static bool Names(Field location, string region) => string.Equals(location.AsText?.Replace(" ", "", StringComparison.Ordinal), region, StringComparison.OrdinalIgnoreCase);
}
