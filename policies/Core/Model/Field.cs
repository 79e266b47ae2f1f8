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
    public IEnumerable<Field> Items => this.value is null ? [] : this.value.Kind == PropertyKind.List ? this.ItemsOf(this.value.Items) : [this];

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
                yield return (name, new Field(this.Resource, this.Place.Member(name), member, this.IsSecret));
            }
        }
    }

    /// <summary>The place below this one: member names joined by dots. A list of one is looked through like the object in it.</summary>
    public Field this[string path]
    {
        get
        {
            var field = this; // its place lacks the names from the first on, so that most paths make one step
            for (var (first, start) = (0, 0); ;)
            {
                var end = path.AsSpan(start).IndexOf('.') is >= 0 and var length ? start + length : path.Length;
                var holder = field.Holder(path, first, start - 1);
                first = ReferenceEquals(holder.Place, field.Place) ? first : start;
                var below = holder.Below(path.AsSpan(start, end - start));
                if (end == path.Length)
                {
                    return new(this.Resource, holder.Place.Path(path, first, end), below, holder.IsSecret);
                }

                field = new(this.Resource, holder.Place, below, holder.IsSecret);
                first = below is PlacedValue ? end + 1 : first;
                start = end + 1;
            }
        }
    }

    /// <summary>The member of exactly that name, dots included (labels and annotations have such names).</summary>
    public Field Member(string name)
    {
        var holder = this.Holder(name, 0, -1);
        return new(this.Resource, holder.Place.Member(name), holder.Below(name), holder.IsSecret);
    }

    private IEnumerable<Field> ItemsOf(IReadOnlyList<PropertyValue> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            yield return new Field(this.Resource, this.Place.At(i), items[i], this.IsSecret);
        }
    }

    // What has the members: the value itself, or the object that is alone in a list.
    private Field Holder(string path, int first, int end)
    {
        var holder = this;
        while (holder.Kind == PropertyKind.List && holder.value!.Items is [var only])
        {
            holder = new(holder.Resource, holder.Place.Path(path, first, end).At(0), only, holder.IsSecret);
            first = end + 1;
        }

        return holder;
    }

    private PropertyValue? Below(ReadOnlySpan<char> name) => this.Kind switch
    {
        PropertyKind.Unknown => PropertyValue.Unknown,
        PropertyKind.Map or PropertyKind.Asset => this.value!.Find(name),
        _ => null,
    };
}
