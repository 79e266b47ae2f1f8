namespace LlmOpsSecure.Infra.Configuration;

/// <summary>One host that a sandbox class may reach over TLS.</summary>
/// <param name="Host">The name; <c>*.</c> in front allows the names below it.</param>
/// <param name="Port">The TCP port.</param>
public sealed record EgressRule(string Host, int Port)
{
    /// <summary>Whether the rule covers all names below a domain.</summary>
    public bool IsWildcard => this.Host.StartsWith("*.", StringComparison.Ordinal);
}
