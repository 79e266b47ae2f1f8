using Google.Protobuf;

namespace LlmOpsSecure.Sdks.Tests.Conformance;

/// <summary>One call that a program made, as it was on the wire.</summary>
/// <param name="UnknownBytes">How many bytes of the request belong to fields that the protocol of the recordings does not have.</param>
internal sealed record Call(string Method, IMessage Request, IMessage? Response, string? Error, int UnknownBytes);
