namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>What a host name or a pattern of names lets in.</summary>
internal static class Hosts
{
    // Domains below which anybody can rent a name. Cloud storage, pages, functions, content networks and tunnels.
    private static readonly string[] Shared =
    [
        "windows.net", "core.windows.net", "blob.core.windows.net", "file.core.windows.net", "queue.core.windows.net", "table.core.windows.net", "dfs.core.windows.net", "web.core.windows.net", "database.windows.net",
        "servicebus.windows.net", "vault.azure.net", "azurewebsites.net", "azurestaticapps.net", "azureedge.net", "azurefd.net", "trafficmanager.net", "cloudapp.net", "cloudapp.azure.com", "azurecr.io", "azure-api.net", "azurecontainerapps.io",
        "amazonaws.com", "s3.amazonaws.com", "cloudfront.net", "elasticbeanstalk.com", "googleapis.com", "storage.googleapis.com", "appspot.com", "run.app", "web.app", "firebaseapp.com", "cloudfunctions.net",
        "github.io", "githubusercontent.com", "gitlab.io", "pages.dev", "workers.dev", "r2.dev", "netlify.app", "vercel.app", "herokuapp.com", "ngrok.io", "ngrok.app", "ngrok-free.app", "trycloudflare.com", "duckdns.org", "blogspot.com",
        "co.uk", "com.au", "co.jp", "com.br", "co.in", "co.nz", "co.za",
    ];

    /// <summary>Whether a pattern such as <c>*.com</c> or <c>*.blob.core.windows.net</c> allows a host that anybody could have put up. A name without a star never does.</summary>
    public static bool IsAnybodys(string? pattern)
    {
        if (pattern is null || !pattern.Contains('*', StringComparison.Ordinal))
        {
            return false;
        }

        var domain = pattern[(pattern.LastIndexOf('*') + 1)..].Trim().TrimStart('.').TrimEnd('.');
        return !domain.Contains('.', StringComparison.Ordinal) || Shared.Contains(domain, StringComparer.OrdinalIgnoreCase);
    }
}
