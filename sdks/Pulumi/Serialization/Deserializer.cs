using System.Collections.Immutable;
using System.Text;
using LlmOpsSecure.Protocol;

namespace Pulumi.Serialization;

/// <summary>Reads what the engine answers. A secret or unknown value at any depth makes the whole value so.</summary>
internal static class Deserializer
{
    /// <summary>The members of a Struct, each with what it is. Members whose names begin with two underscores are the provider's own and left out.</summary>
    public static ImmutableDictionary<string, OutputData<object?>> Struct(ReadOnlyMemory<byte> message)
    {
        var members = ImmutableDictionary.CreateBuilder<string, OutputData<object?>>();
        foreach (var member in WireValue.FromStruct(message).Members)
        {
            members[Encoding.UTF8.GetString(member.Name.Span)] = Value(member.Value);
        }

        return members.ToImmutable();
    }

    /// <summary>The members of a Struct, not yet read: what nobody asks for is not looked at.</summary>
    public static Dictionary<string, WireValue> Members(ReadOnlyMemory<byte> message)
    {
        var members = new Dictionary<string, WireValue>(StringComparer.Ordinal);
        foreach (var member in WireValue.FromStruct(message).Members)
        {
            members[Encoding.UTF8.GetString(member.Name.Span)] = member.Value;
        }

        return members;
    }

    /// <summary>A Struct as one value.</summary>
    public static OutputData<object?> StructValue(ReadOnlyMemory<byte> message) => Value(WireValue.FromStruct(message));

    public static OutputData<object?> Value(WireValue value)
    {
        switch (value.Kind)
        {
            case WireKind.Boolean:
                return OutputData.Of<object?>(value.Boolean);
            case WireKind.Number:
                return OutputData.Of<object?>(value.Number);
            case WireKind.Text:
                var text = value.Text;
                return Signatures.AllUnknown.Contains(text) ? OutputData.Of<object?>(null, isKnown: false) : OutputData.Of<object?>(text);
            case WireKind.List:
                return List(value);
            case WireKind.Map:
                return Map(value);
            default:
                return OutputData.Of<object?>(null);
        }
    }

    private static OutputData<object?> List(WireValue list)
    {
        var items = ImmutableArray.CreateBuilder<object?>();
        var whole = OutputData.Of<object?>(null);
        foreach (var item in list.Items)
        {
            var data = Value(item);
            whole = Join(whole, data);
            items.Add(data.Value);
        }

        return whole with { Value = items.ToImmutable() };
    }

    private static OutputData<object?> Map(WireValue map)
    {
        string? signature = null;
        foreach (var member in map.Members)
        {
            if (member.Name.Span.SequenceEqual("4dabf18193072939515e22adb298388d"u8) && member.Value.Kind == WireKind.Text)
            {
                signature = member.Value.Text;
            }
        }

        if (signature is not null)
        {
            return Special(signature, map);
        }

        var members = ImmutableDictionary.CreateBuilder<string, object?>();
        var whole = OutputData.Of<object?>(null);
        foreach (var member in map.Members)
        {
            var name = Encoding.UTF8.GetString(member.Name.Span);
            if (!name.StartsWith("__", StringComparison.Ordinal))
            {
                var data = Value(member.Value);
                whole = Join(whole, data);
                members[name] = data.Value;
            }
        }

        return whole with { Value = members.ToImmutable() };
    }

    private static OutputData<object?> Special(string signature, WireValue map)
    {
        var members = new Dictionary<string, WireValue>(StringComparer.Ordinal);
        foreach (var member in map.Members)
        {
            members[Encoding.UTF8.GetString(member.Name.Span)] = member.Value;
        }

        string? Text(string name) => members.TryGetValue(name, out var value) && value.Kind == WireKind.Text ? value.Text : null;

        switch (signature)
        {
            case Signatures.Secret:
                return Value(members.GetValueOrDefault("value")) with { IsSecret = true };
            case Signatures.Asset:
                return OutputData.Of<object?>(Text("text") is { } content ? new StringAsset(content) : Text("path") is { } path ? new FileAsset(path) : Text("uri") is { } uri ? new RemoteAsset(uri)
                    : throw new InvalidOperationException("Value was marked as Asset, but did not conform to required shape."));
            case Signatures.Archive:
                return Text("path") is { } file ? OutputData.Of<object?>(new FileArchive(file))
                    : Text("uri") is { } address ? OutputData.Of<object?>(new RemoteArchive(address))
                    : members.TryGetValue("assets", out var assets) ? AssetArchive(assets)
                    : throw new InvalidOperationException("Value was marked as Archive, but did not conform to required shape.");
            case Signatures.Resource:
                return Reference(Text("urn") ?? throw new InvalidOperationException("Value was marked as a Resource, but did not conform to required shape."), members.TryGetValue("id", out var id) ? id : null);
            case Signatures.Output:
                var inner = members.TryGetValue("value", out var value) ? Value(value) : OutputData.Of<object?>(null, isKnown: false);
                var secret = members.TryGetValue("secret", out var flag) && flag.Boolean;
                var dependencies = ImmutableHashSet.CreateBuilder<Resource>();
                if (members.TryGetValue("dependencies", out var urns))
                {
                    foreach (var urn in urns.Items)
                    {
                        dependencies.Add(new DependencyResource(urn.Text));
                    }
                }

                return inner with { IsSecret = inner.IsSecret || secret, Resources = inner.Resources.Union(dependencies) };
            default:
                throw new InvalidOperationException($"Unrecognized signature '{signature}' when unmarshalling resource property");
        }
    }

    private static OutputData<object?> AssetArchive(WireValue assets)
    {
        var data = Map(assets);
        var parts = ((ImmutableDictionary<string, object?>)data.Value!).ToDictionary(part => part.Key, part => (AssetOrArchive)part.Value!);
        return data with { Value = new AssetArchive(parts) };
    }

    private static OutputData<object?> Reference(string urn, WireValue? id)
    {
        var resource = ResourceTypes.Construct(urn) ?? (id is null ? new DependencyResource(urn) : new DependencyCustomResource(urn, id.Value.Kind == WireKind.Text ? id.Value.Text : ""));
        return new([resource], resource, true, false);
    }

    private static OutputData<object?> Join(OutputData<object?> whole, OutputData<object?> part) =>
        new(whole.Resources.Union(part.Resources), null, whole.IsKnown && part.IsKnown, whole.IsSecret || part.IsSecret);
}
