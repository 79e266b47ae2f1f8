using System.Net;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Judges the host names of an allow-list.</summary>
public static partial class Fqdn
{
    /// <summary>
    /// Suffixes below which anybody can register a name or rent a host, beside the top-level domains: the usual ones of the public suffix list, and the
    /// shared domains of the large clouds. A wildcard there allows every stranger's server.
    /// </summary>
    private static readonly HashSet<string> SharedSuffixes = new(StringComparer.Ordinal)
    {
        "co.uk", "org.uk", "ac.uk", "gov.uk", "com.au", "net.au", "org.au", "co.jp", "ne.jp", "or.jp", "co.nz", "co.za", "com.br", "com.cn", "com.mx", "com.tr", "co.in", "co.kr", "com.sg", "com.hk", "eu.org",
        "github.io", "githubusercontent.com", "gitlab.io", "pages.dev", "workers.dev", "r2.dev", "netlify.app", "vercel.app", "herokuapp.com", "onrender.com", "fly.dev", "web.app", "firebaseapp.com", "appspot.com",
        "run.app", "cloudfunctions.net", "googleapis.com", "amazonaws.com", "s3.amazonaws.com", "cloudfront.net", "elasticbeanstalk.com", "windows.net", "core.windows.net", "blob.core.windows.net",
        "web.core.windows.net", "azurewebsites.net", "azure.com", "azurecr.io", "azureedge.net", "azurefd.net", "cloudapp.azure.com", "trafficmanager.net", "azurecontainerapps.io", "azurestaticapps.net",
        "vault.azure.net", "servicebus.windows.net", "ngrok.io", "ngrok.app", "ngrok-free.app", "trycloudflare.com", "digitaloceanspaces.com", "ondigitalocean.app", "wordpress.com", "blogspot.com", "repl.co", "hf.space",
    };

    /// <summary>Why a host may not stand in an allow-list; null where it may.</summary>
    public static string? Problem(string host)
    {
        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        if (IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            return "be a name: an address has no certificate that says whose it is";
        }

        if (name.Contains('*', StringComparison.Ordinal))
        {
            return "have at most one wildcard, as *. in front";
        }

        if (name.Length > 253 || !HostName().IsMatch(name))
        {
            return "be a full host name in lower case, such as api.example.com";
        }

        return name.Length < host.Length && SharedSuffixes.Contains(name) ? $"not be a wildcard below {name}, where anybody can put a server: name the host" : null;
    }

    // At least two labels, so that a wildcard at a top-level domain is no host name; the last label begins with a letter, so that no number is one.
    [GeneratedRegex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostName();
}
