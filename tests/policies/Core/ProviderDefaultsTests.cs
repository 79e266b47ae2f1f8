using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>What a policy says of a property that is absent is what it says of the default that the provider gives it.</summary>
public sealed class ProviderDefaultsTests
{
    private static string File { get; } = Path.Combine(Repository.Root, "..", "shared", "reference", "azure-provider-facts.json");

    [Fact]
    public void An_absent_property_is_judged_as_its_default()
    {
        if (!System.IO.File.Exists(File))
        {
            return; // the facts are kept beside the repository
        }

        using var facts = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        var wrong = PolicyPack.Kit.Policies.OfType<ResourcePolicy>().SelectMany(policy => policy.Info.Types.SelectMany(type => Wrong(policy, type, facts.RootElement))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Deliberate.Order(StringComparer.Ordinal), wrong);
    }

    private static readonly string[] Deliberate =
    [
        "storage-has-no-local-users azure:storage/account:Account localUserEnabled = True", // without folders there is no SFTP that they could come in by
    ];

    private static IEnumerable<string> Wrong(ResourcePolicy policy, string type, JsonElement facts) =>
        !facts.TryGetProperty(type, out var known) ? [] : policy.Info.Good.Concat(policy.Info.Bad).Select(PropertyValue.Parse).Where(properties => properties.Members.All(member => known.GetProperty("properties").TryGetProperty(member.Key, out _))).SelectMany(properties =>
        {
            var before = Verdict(policy, type, properties);
            return Defaults(known, properties, []).Where(one => Verdict(policy, type, With(properties, one.Path, one.Default)) != before)
                .Select(one => $"{policy.Info.Id} {type} {string.Join('.', one.Path)} = {(one.Default.Kind == PropertyKind.Boolean ? one.Default.Boolean : one.Default.Kind == PropertyKind.Number ? one.Default.Number : one.Default.Text)}");
        });

    private static bool Verdict(ResourcePolicy policy, string type, PropertyValue properties) =>
        policy.Check(new Resource { Type = type, Name = "a", Urn = $"urn:pulumi:s::p::{type}::a", Properties = properties }).OfType<Violation>().Any();

    private static PropertyValue With(PropertyValue value, IReadOnlyList<string> path, PropertyValue part) => path.Count == 0 ? part
        : PropertyValue.MapOf([.. value.Members.Where(member => member.Key != path[0]), KeyValuePair.Create(path[0], With(value[path[0]] ?? PropertyValue.MapOf([]), [.. path.Skip(1)], part))]);

    // The defaults of properties that are absent: of the resource, and of the blocks that are there.
    private static IEnumerable<(IReadOnlyList<string> Path, PropertyValue Default)> Defaults(JsonElement known, PropertyValue value, IReadOnlyList<string> path) =>
        !known.TryGetProperty("properties", out var members) ? [] : members.EnumerateObject().SelectMany(member =>
            value[member.Name] is { Kind: PropertyKind.Map } block ? Defaults(member.Value, block, [.. path, member.Name])
            : value[member.Name] is null && member.Value.TryGetProperty("default", out var given) ? [([.. path, member.Name], PropertyValue.FromJson(given))] : []);
}
