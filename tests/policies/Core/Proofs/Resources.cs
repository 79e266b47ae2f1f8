using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Proofs;

/// <summary>Makes a stack of resources written as JSON: <c>type</c>, <c>name</c>, <c>properties</c>, and for what is not known yet <c>references</c> from a property to the name of another resource.</summary>
internal static class Resources
{
    public static Stack Stack(params IEnumerable<string> resources)
    {
        var values = resources.Select(PropertyValue.Parse).ToList();
        string Urn(PropertyValue value) => $"urn:pulumi:test::test::{value["type"]!.Text}::{value["name"]!.Text}";
        return new([.. values.Select(value => new Resource
        {
            Type = value["type"]!.Text,
            Name = value["name"]!.Text,
            Urn = Urn(value),
            Id = value["id"]?.Text,
            Properties = value["properties"] ?? PropertyValue.MapOf([]),
            PropertyDependencies = (value["references"]?.Members ?? []).ToDictionary(member => member.Key, member => (IReadOnlyList<string>)[.. values.Where(other => other["name"]!.Text == member.Value.Text).Select(Urn)]),
        })]);
    }
}
