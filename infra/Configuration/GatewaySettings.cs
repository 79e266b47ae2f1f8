namespace LlmOpsSecure.Infra.Configuration;

/// <summary>The front door.</summary>
public sealed record GatewaySettings
{
    /// <summary>Host name of the model gateway.</summary>
    public required string Host { get; init; }

    /// <summary>Host name of the tool gateway.</summary>
    public required string ToolsHost { get; init; }

    /// <summary>Issuer of the clients' tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>Audience of the clients' tokens.</summary>
    public required string Audience { get; init; }

    /// <summary>Where the issuer publishes its keys.</summary>
    public required string JwksUri { get; init; }

    /// <summary>Most bytes of a request body.</summary>
    public required int BodyKiB { get; init; }

    /// <summary>Seconds that a request may take.</summary>
    public required int TimeoutSeconds { get; init; }
}
