using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Adapters;

/// <summary>A value that comes from another place than the one where it is found, so that findings name the place which a user knows.</summary>
internal sealed class PlacedValue(Place place, PropertyValue inner) : PropertyValue(inner.Kind)
{
    /// <summary>Where the value comes from.</summary>
    public Place Place => place;

    public override bool Boolean => inner.Boolean;

    public override double Number => inner.Number;

    public override string Text => inner.Text;

    public override IReadOnlyList<PropertyValue> Items => inner.Items;

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => inner.Members;

    public override PropertyValue Inner => inner;

    public override PropertyValue? Find(ReadOnlySpan<char> name) => inner.Find(name);
}
