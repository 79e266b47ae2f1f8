using LlmOpsSecure.Policies.Adapters;

namespace LlmOpsSecure.Policies.Model;

/// <summary>
/// A place in a resource, and what is there: absent (missing or null), unknown before deployment, or a value. Secrets are looked through, and whether
/// there was one is remembered, so that no message shows it. Whatever lies below an unknown value is unknown.
/// </summary>
public readonly struct Field
{
    private readonly PropertyValue? value;

    internal Field(Resource resource, Place place, PropertyValue? value, bool secret = false)
    {
        this.Resource = resource;
        this.Place = place;
        this.IsSecret = secret;
        if (value is PlacedValue placed)
        {
            (this.Place, value) = (placed.Place, placed.Inner);
        }

        while (value?.Kind == PropertyKind.Secret)
        {
            this.IsSecret = true;
            value = value.Inner;
        }

        this.value = value?.Kind == PropertyKind.Null ? null : value;
    }

    /// <summary>The resource that the place is in.</summary>
    public Resource Resource { get; }

    /// <summary>The property path from the resource's root, such as <c>spec.containers[0].image</c>; written anew at each call.</summary>
    public string Path => this.Place.ToString();

    /// <summary>The way from the resource's root.</summary>
    internal Place Place { get; }

    /// <summary>Whether the value is a secret or lies within one.</summary>
    public bool IsSecret { get; }

    /// <summary>Whether nothing is there, or an explicit null.</summary>
    public bool IsAbsent => this.value is null;

    /// <summary>Whether the value is not known before deployment.</summary>
    public bool IsUnknown => this.value?.Kind == PropertyKind.Unknown;

    /// <summary>Whether a known value is there.</summary>
    public bool IsKnown => this.value is not null && this.value.Kind != PropertyKind.Unknown;

    /// <summary>What kind of value is there; <see cref="PropertyKind.Null"/> if absent.</summary>
    public PropertyKind Kind => this.value?.Kind ?? PropertyKind.Null;

    /// <summary>The value without its secret wrapper; null if absent.</summary>
    public PropertyValue? Value => this.value;

    /// <summary>The truth value; also of the texts "true" and "false", as providers accept them. Null for anything else.</summary>
    public bool? AsBoolean => this.Kind switch
    {
        PropertyKind.Boolean => this.value!.Boolean,
        PropertyKind.Text when bool.TryParse(this.value!.Text, out var parsed) => parsed,
        _ => null,
    };

    /// <summary>The number; also of a text that is one. Null for anything else.</summary>
    public double? AsNumber => this.Kind switch
    {
        PropertyKind.Number => this.value!.Number,
        PropertyKind.Text when double.TryParse(this.value!.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => null,
    };

    /// <summary>The text; null for anything else.</summary>
    public string? AsText => this.Kind == PropertyKind.Text ? this.value!.Text : null;

    /// <summary>
    /// The items of a list; a value that is no list counts as its only item, because providers write a block of at most one either way, and a list that is not known as one item
    /// that is not known, so that a policy about items says that it cannot decide. None if absent.
    /// </summary>
    public IEnumerable<Field> Items
    {
        get
        {
            if (this.IsAbsent)
            {
                yield break;
            }

            if (this.Kind != PropertyKind.List)
            {
                yield return this;
                yield break;
            }

            var items = this.value!.Items;
            for (var i = 0; i < items.Count; i++)
            {
                yield return new Field(this.Resource, this.Place.At(i), items[i], this.IsSecret);
            }
        }
    }

    /// <summary>The members of a map, with their names. None for anything else.</summary>
    public IEnumerable<(string Name, Field Field)> Members
    {
        get
        {
            if (this.Kind is not (PropertyKind.Map or PropertyKind.Asset))
            {
                yield break;
            }

            foreach (var (name, member) in this.value!.Members)
            {
                yield return (name, new Field(this.Resource, this.Place.Member(name, 0, name.Length), member, this.IsSecret));
            }
        }
    }

    /// <summary>The place below this one: member names joined by dots. A list of one is looked through like the object in it.</summary>
    public Field this[string path]
    {
        get
        {
            var field = this;
            for (var start = 0; start <= path.Length;)
            {
                var end = path.AsSpan(start).IndexOf('.') is >= 0 and var length ? start + length : path.Length;
                field = field.Member(path, start, end);
                start = end + 1;
            }

            return field;
        }
    }

    /// <summary>The member of exactly that name, dots included (labels and annotations have such names).</summary>
    public Field Member(string name) => this.Member(name, 0, name.Length);

    private Field Member(string text, int start, int end) => this.Kind switch
    {
        PropertyKind.Unknown => new Field(this.Resource, this.Place.Member(text, start, end), PropertyValue.Unknown, this.IsSecret),
        PropertyKind.Map or PropertyKind.Asset => new Field(this.Resource, this.Place.Member(text, start, end), this.value!.Find(text.AsSpan(start, end - start)), this.IsSecret),
        PropertyKind.List when this.value!.Items.Count == 1 => new Field(this.Resource, this.Place.At(0), this.value.Items[0], this.IsSecret).Member(text, start, end),
        _ => new Field(this.Resource, this.Place.Member(text, start, end), null, this.IsSecret),
    };
}
