using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>What a text of the configuration may be.</summary>
/// <param name="Allowed">The end of a sentence that begins with "must".</param>
/// <param name="Holds">Whether a value is allowed.</param>
internal sealed record Rule(string Allowed, Predicate<string> Holds)
{
    public static Rule SystemName { get; } = Pattern("be 3 to 11 lower-case letters and digits that begin with a letter", "^[a-z][a-z0-9]{2,10}$");

    public static Rule Label { get; } = Pattern("be 1 to 40 lower-case letters, digits and hyphens that begin with a letter", "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$");

    public static Rule Revision { get; } = Pattern("be 1 to 64 letters, digits, hyphens, dots and underscores that begin with a letter or digit", "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$");

    public static Rule Region { get; } = Pattern("be an Azure region such as swedencentral", "^[a-z]{4,}[a-z0-9]*$");

    public static Rule Guid { get; } = new("be a GUID", value => System.Guid.TryParseExact(value, "D", out _));

    public static Rule Mail { get; } = new("be a mail address", value => MailAddress.TryCreate(value, out _));

    public static Rule Minor { get; } = new("be a Kubernetes minor version, 1.34 to 1.36", value => value is "1.34" or "1.35" or "1.36");

    public static Rule Zone { get; } = new("be an availability zone: 1, 2 or 3", value => value is "1" or "2" or "3");

    public static Rule VmSize { get; } = Pattern("be a VM size such as Standard_D4ads_v5", "^Standard_[A-Z]+[0-9]+[a-z]*(_[A-Z0-9]+)?_v[0-9]+$");

    public static Rule SandboxVmSize { get; } = Pattern(
        "be a D or E size of version 3 to 7 on x86 with premium storage and nested virtualisation, such as Standard_D8ads_v5 (Kata runs there, and not on GPU or confidential sizes)",
        "^Standard_[DE][0-9]+[abdil]*s_v[3-7]$");

    public static Rule Sha256 { get; } = Pattern("be a sha256 of 64 lower-case hexadecimal digits", "^[0-9a-f]{64}$");

    public static Rule Digest { get; } = Pattern("be sha256: and 64 lower-case hexadecimal digits", "^sha256:[0-9a-f]{64}$");

    public static Rule Image { get; } = Pattern("be an image by repository and digest, without a registry: tools/search@sha256:...", "^[a-z0-9]+([._/-][a-z0-9]+)*@sha256:[0-9a-f]{64}$");

    public static Rule FilePath { get; } = Pattern("be a relative path of a file without .. that is not a pickle or a program (.bin .pt .pth .pkl .ckpt .py .so)", @"^(?!.*(\.\.|\.(bin|pt|pth|pkl|ckpt|py|so)$))[A-Za-z0-9_-][A-Za-z0-9._/-]*$");

    public static Rule Https { get; } = new("be an https address", value => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.UserInfo.Length == 0);

    public static Rule Host { get; } = new("be a full host name without wildcard or address", value => Fqdn.Problem(value) is null && !value.StartsWith("*.", StringComparison.Ordinal));

    public static Rule Address { get; } = new("be a private IPv4 address", value => IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetwork && Cidr.IsPrivate(new IPNetwork(address, 32)));

    public static Rule Month { get; } = new("be the first day of a month, such as 2026-12-01", value => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Day == 1);

    public static Rule StackName { get; } = Pattern("be a full stack name: organisation/project/stack", "^[^/ ]+/[^/ ]+/[^/ ]+$");

    public static Rule Text { get; } = new("be a text that is not empty", value => value.Trim().Length > 0);

    public static Rule OneOf(params string[] values) => new($"be one of {string.Join(", ", values)}", values.Contains);

    public static Rule ResourceId(string type) =>
        new($"be the id of a {type}", value => Regex.IsMatch(value, $"^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/{Regex.Escape(type)}/[^/]+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

    private static Rule Pattern(string allowed, string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return new(allowed, regex.IsMatch);
    }
}
