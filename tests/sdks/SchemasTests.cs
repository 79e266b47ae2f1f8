using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Pulumi;

namespace LlmOpsSecure.Sdks.Tests;

/// <summary>The schemas of the providers, and the classes that are made of them.</summary>
public sealed class SchemasTests
{
    public static TheoryData<string> Packages => ["Pulumi.Azure", "Pulumi.Kubernetes", "Pulumi.Tls"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_schema_the_project_and_the_official_package_have_one_version(string package)
    {
        var version = (string?)Repository.Schema(package)["version"];
        var pinned = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Single(item => (string?)item.Attribute("Include") == package);

        Assert.Equal((string?)pinned.Attribute("Version"), version);
        Assert.Equal(XDocument.Load(Path.Combine(Repository.Root, "sdks", package, $"{package}.csproj")).Descendants("Version").Single().Value, version);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_the_list_of_kept_types_names_is_in_the_schema(string package)
    {
        var schema = Repository.Schema(package);
        var kept = File.ReadAllLines(Path.Combine(Repository.Root, "sdks", package, "types.txt")).Where(line => line.Length > 0 && !line.StartsWith('#') && !line.Contains(' ', StringComparison.Ordinal));
        var found = schema["resources"]!.AsObject().Concat(schema["functions"]!.AsObject()).Select(member => member.Key);

        Assert.Equal(kept.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Each_resource_of_the_schema_has_a_class(string package)
    {
        var classes = Assembly.Load(package).GetTypes().Select(type => type.GetCustomAttributes<ResourceTypeAttribute>(inherit: false).FirstOrDefault()?.Type).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Repository.Schema(package)["resources"]!.AsObject().Select(resource => resource.Key).Except(classes!, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Each_reference_of_the_schema_leads_to_a_type(string package)
    {
        var schema = Repository.Schema(package);
        var dangling = References(schema).Where(reference => !reference.StartsWith("pulumi.json#/", StringComparison.Ordinal) && !schema["types"]!.AsObject().ContainsKey(reference["#/types/".Length..]));

        Assert.Empty(dangling);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
