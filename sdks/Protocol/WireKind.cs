namespace LlmOpsSecure.Protocol;

/// <summary>The six kinds of a <c>google.protobuf.Value</c>.</summary>
public enum WireKind
{
    /// <summary>No value; also a message without any field.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A double; the protocol knows no integers.</summary>
    Number,

    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>An ordered list.</summary>
    List,

    /// <summary>A map from text to values.</summary>
    Map,
}
