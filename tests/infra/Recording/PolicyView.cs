using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>A recorded stack as policies see it.</summary>
internal static class PolicyView
{
    public static Policies.Model.Stack Of(RecordedStack recorded)
    {
        var resources = recorded.Resources.Select(resource => new Resource
        {
            Type = resource.Type,
            Name = resource.Name,
            Urn = resource.Urn,
            Parent = resource.Parent,
            Id = resource.Id,
            Properties = Value(resource.State),
            Options = new ResourceOptions { Protect = resource.Protect },
        }).ToList();
        return new(resources) { Name = "test", Project = "llmopssecure" };
    }

    private static PropertyValue Value(object? value) => value switch
    {
        null => PropertyValue.Null,
        bool flag => PropertyValue.Of(flag),
        string text => PropertyValue.Of(text),
        IDictionary<string, object> map => PropertyValue.MapOf(map.Select(pair => new KeyValuePair<string, PropertyValue>(pair.Key, Value(pair.Value)))),
        System.Collections.IEnumerable list => PropertyValue.ListOf(list.Cast<object?>().Select(Value)),
        IConvertible number => PropertyValue.Of(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"{value.GetType()} is no property value"),
    };
}
