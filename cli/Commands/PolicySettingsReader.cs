using System.Text.Json;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>
/// Reads a policy configuration file, in the engine's own form: policy id → level, or an object of <c>enforcementLevel</c>, parameters and <c>exemptions</c> (urn, reason, expires);
/// <c>all</c> for every policy; <c>exemptions</c> beside the policies as a list that names the policy of each.
/// </summary>
internal static class PolicySettingsReader
{
    public static PolicySettings Read(string? file)
    {
        if (file is null)
        {
            return PolicySettings.None;
        }

        var root = InputFile.ReadJson(file);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InputException(file, "a policy configuration must be an object of policy ids");
        }

        var settings = PolicySettings.None;
        var policies = new Dictionary<string, PolicySetting>(StringComparer.Ordinal);
        foreach (var entry in root.EnumerateObject())
        {
            var place = $"{file}: {entry.Name}";
            switch (entry.Name)
            {
                case "all":
                    settings = settings with { All = Level(place, entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("enforcementLevel", out var all) ? all : entry.Value) };
                    break;
                case "exemptions":
                    settings = settings with { Exemptions = [.. settings.Exemptions, .. Exemptions(place, entry.Value, null)] };
                    break;
                case "environments":
                    throw new InputException(place, "environments are kept in the Pulumi cloud, which this command never asks");
                default:
                    policies[entry.Name] = Setting(place, entry.Value);
                    if (entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("exemptions", out var own))
                    {
                        settings = settings with { Exemptions = [.. settings.Exemptions, .. Exemptions($"{place}.exemptions", own, entry.Name)] };
                    }

                    break;
            }
        }

        return settings with { Policies = policies };
    }

    private static PolicySetting Setting(string place, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return new PolicySetting { Enforcement = Level(place, value) };
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new InputException(place, "it must be an enforcement level or an object");
        }

        return new PolicySetting
        {
            Enforcement = value.TryGetProperty("enforcementLevel", out var level) ? Level($"{place}.enforcementLevel", level) : null,
            Parameters = value.EnumerateObject().Where(member => member.Name is not ("enforcementLevel" or "exemptions")).ToDictionary(member => member.Name, member => PropertyValue.FromJson(member.Value)),
        };
    }

    private static Enforcement Level(string place, JsonElement value) => (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
    {
        "advisory" => Enforcement.Advisory,
        "mandatory" => Enforcement.Mandatory,
        "remediate" => Enforcement.Remediate,
        "disabled" => Enforcement.Disabled,
        _ => throw new InputException(place, $"the enforcement level must be advisory, mandatory, remediate or disabled, but is {value.GetRawText()}"),
    };

    private static IEnumerable<Exemption> Exemptions(string place, JsonElement list, string? policy)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new InputException(place, "exemptions must be a list");
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var at = $"{place}[{index++}]";
            string Text(string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length > 0
                ? value.GetString()! : throw new InputException(at, $"an exemption must have a text '{name}'");
            yield return new Exemption(policy ?? Text("policy"), Text("urn"), Text("reason"), DateOnly.TryParseExact(Text("expires"), "yyyy-MM-dd", out var date) ? date
                : throw new InputException($"{at}.expires", $"it must be a date such as 2027-01-31, but is '{Text("expires")}'"));
        }
    }
}
