namespace Pulumi;

/// <summary>Marks a member of an arguments class.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="required">Whether it must be given; checked when the arguments are sent.</param>
/// <param name="json">Whether the value is sent as JSON text.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}

/// <summary>Marks an output of a resource or stack.</summary>
/// <param name="name">The name on the wire; that of the property if null.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The name on the wire; null for that of the property.</summary>
    public string? Name { get; } = name;
}

/// <summary>Marks a class whose instances are made from answers of the engine, by its <see cref="OutputConstructorAttribute"/> constructor.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;

/// <summary>Marks the constructor of an output type; its parameters have the names on the wire.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;

/// <summary>Gives a parameter of an output type's constructor its name on the wire.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}

/// <summary>Marks a struct that stands for the members of an enumeration of texts or numbers.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;

/// <summary>Says which resource type a class is for.</summary>
/// <param name="type">The type token.</param>
/// <param name="version">The version of the package.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>The version of the package.</summary>
    public string? Version { get; } = version;
}

/// <summary>Says which property tells the cases of a discriminated union apart.</summary>
/// <param name="propertyName">The name of the property on the wire.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>The name of the property on the wire.</summary>
    public string PropertyName { get; } = propertyName;
}

/// <summary>Names a case of a discriminated union.</summary>
/// <param name="tag">The value of the discriminator.</param>
/// <param name="type">The type of the case.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    /// <summary>The value of the discriminator.</summary>
    public string Tag { get; } = tag;

    /// <summary>The type of the case.</summary>
    public Type Type { get; } = type;
}
