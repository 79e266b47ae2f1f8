namespace LlmOpsSecure.Policies.Model;

/// <summary>What a property value is.</summary>
public enum PropertyKind
{
    /// <summary>An explicit null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A double-precision number; Pulumi knows no other.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>An ordered list.</summary>
    List,

    /// <summary>A map from names to values.</summary>
    Map,

    /// <summary>A value that is not known before deployment.</summary>
    Unknown,

    /// <summary>A secret around another value; see <see cref="PropertyValue.Inner"/>.</summary>
    Secret,

    /// <summary>An asset or archive; its members are <c>text</c>, <c>path</c>, <c>uri</c> or <c>assets</c>.</summary>
    Asset,
}
