using System.Globalization;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>Runs the examples of policies.</summary>
internal static class Examples
{
    public static IEnumerable<Finding> Judge(Policy policy, string example, Func<PropertyValue, PropertyValue>? change = null, bool wrap = false)
    {
        var value = PropertyValue.Parse(example);
        value = change is null ? value : change(value);
        switch (policy)
        {
            case ResourcePolicy rule:
                return rule.Check(Resource(policy, wrap ? Wrapped(rule, value) : value));
            case WorkloadPolicy rule:
                return PodSpec.Of(Pod(value)).SelectMany(rule.Check);
            default:
                var today = value["today"] is { Kind: PropertyKind.Text } day ? DateOnly.ParseExact(day.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : new DateOnly(2026, 11, 22);
                return ((StackPolicy)policy).Check(Stack(value["resources"] ?? value), new PolicyArguments(policy.Info, new Dictionary<string, PropertyValue>(StringComparer.Ordinal), today));
        }
    }

    /// <summary>The resource of an example of a resource or workload policy.</summary>
    public static Resource Of(Policy policy, string example) => policy is WorkloadPolicy ? Pod(PropertyValue.Parse(example)) : Resource(policy, PropertyValue.Parse(example));

    public static IEnumerable<Finding> Judge(Policy policy, Resource resource) => policy is ResourcePolicy rule ? rule.Check(resource) : PodSpec.Of(resource).SelectMany(((WorkloadPolicy)policy).Check);

    public static Resource Resource(Policy policy, PropertyValue properties) => new() { Type = policy.Info.Types[0], Name = "example", Urn = Urn(policy.Info.Types[0], "example"), Properties = properties };

    /// <summary>Makes every leaf unknown.</summary>
    public static PropertyValue Unknown(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Map => PropertyValue.MapOf(value.Members.Select(member => KeyValuePair.Create(member.Key, member.Key is "type" or "name" or "urn" && value["properties"] is not null ? member.Value : Unknown(member.Value)))),
        PropertyKind.List => PropertyValue.ListOf(value.Items.Select(Unknown)),
        _ => PropertyValue.Unknown,
    };

    private static Resource Pod(PropertyValue spec) => new() { Type = KubernetesTypes.Pod, Name = "example", Urn = Urn(KubernetesTypes.Pod, "example"), Properties = PropertyValue.MapOf([KeyValuePair.Create("spec", spec)]) };

    // Puts the odd value where the first good or bad example has its members.
    private static PropertyValue Wrapped(ResourcePolicy rule, PropertyValue value)
    {
        var shape = PropertyValue.Parse(rule.Info.Good.Concat(rule.Info.Bad).First());
        return PropertyValue.MapOf(shape.Members.Select(member => KeyValuePair.Create(member.Key, value)));
    }

    /// <summary>The resources of an example, under names of their own in each copy: so many copies are a stack in which the parts of one have nothing to do with those of another.</summary>
    public static IEnumerable<Resource> Copy(Policy policy, string example, int copy)
    {
        var value = PropertyValue.Parse(example);
        if (policy is not StackPolicy)
        {
            value = PropertyValue.ListOf([PropertyValue.MapOf([KeyValuePair.Create("type", PropertyValue.Of(KubernetesTypes.Pod)), KeyValuePair.Create("properties", Pod(value).Properties)])]);
        }

        var list = value["resources"] ?? value;
        var names = list.Items.SelectMany(Names).Distinct(StringComparer.Ordinal).ToList();
        return Resources(Renamed(list));

        PropertyValue Renamed(PropertyValue one) => one.Kind switch
        {
            PropertyKind.Map => PropertyValue.MapOf(one.Members.Select(member => KeyValuePair.Create(member.Key, Renamed(member.Value)))),
            PropertyKind.List => PropertyValue.ListOf(one.Items.Select(Renamed)),
            PropertyKind.Secret => PropertyValue.SecretOf(Renamed(one.Inner)),
            PropertyKind.Text => PropertyValue.Of(names.FirstOrDefault(name => one.Text == name || one.Text.StartsWith(name + "/", StringComparison.Ordinal)) is { } name ? $"{name}-{copy}{one.Text[name.Length..]}" : one.Text),
            _ => one,
        };
    }

    private static IEnumerable<string> Names(PropertyValue item) =>
        new[] { item["name"], item["id"], item["properties"]?["name"], item["properties"]?["principalId"], item["properties"]?["metadata"]?["name"], item["properties"]?["metadata"]?["namespace"] }.Where(name => name is { Kind: PropertyKind.Text }).Select(name => name!.Text);

    private static Stack Stack(PropertyValue list) => new([.. Resources(list)]);

    private static IEnumerable<Resource> Resources(PropertyValue list) => list.Items.Select(item => new Resource
    {
        Type = item["type"]!.Text,
        Name = item["name"]?.Text ?? "example",
        Urn = Urn(item["type"]!.Text, item["name"]?.Text ?? "example"),
        Properties = item["properties"] ?? PropertyValue.MapOf([]),
        Id = item["id"]?.Text,
        PropertyDependencies = (item["references"]?.Members ?? []).ToDictionary(member => member.Key, member => (IReadOnlyList<string>)[.. list.Items.Where(other => other["name"]?.Text == member.Value.Text).Select(other => Urn(other["type"]!.Text, other["name"]!.Text))]),
    });

    private static string Urn(string type, string name) => $"urn:pulumi:test::test::{type}::{name}";
}
