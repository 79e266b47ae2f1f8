using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>The way from Squid to one entry of a class's list: an address of the loopback interface, on the port of the entry, where the gate listens.</summary>
/// <param name="Rule">The entry.</param>
/// <param name="Address">The address.</param>
internal sealed record EgressExit(EgressRule Rule, string Address)
{
    /// <summary>The names as Squid writes them. A leading dot means the domain too, which the gate refuses.</summary>
    public string Domain => this.Rule.IsWildcard ? this.Rule.Host[1..] : this.Rule.Host;

    /// <summary>The exits of a class, exact names before wildcards, so that a name has the narrowest.</summary>
    public static IReadOnlyList<EgressExit> Of(SandboxSettings sandbox) =>
    [
        .. sandbox.Allow.Distinct().OrderBy(rule => rule.IsWildcard).ThenByDescending(rule => rule.Host.Length).ThenBy(rule => rule.Host, StringComparer.Ordinal).ThenBy(rule => rule.Port)
            .Select((rule, index) => new EgressExit(rule, FormattableString.Invariant($"127.1.{index / 250}.{(index % 250) + 1}"))),
    ];
}
