using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LlmOpsSecure.Infra.Serving;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Serving;

/// <summary>The guard's configuration as text, and as the real HAProxy reads it: with a server behind, real certificates and real requests.</summary>
public sealed class GuardConfigurationTests
{
    private const string Tenant = "aaaaaaaa-0000-0000-0000-000000000001";

    private static GuardConfiguration Guard(string server = "127.0.0.1:8000") => new()
    {
        Server = server,
        HealthPath = "/health",
        Calls = [("POST", "/v1/chat/completions"), ("GET", "/v1/models")],
        RequestsPerMinute = new Dictionary<string, int>(StringComparer.Ordinal) { [Tenant] = 20, ["aaaaaaaa-0000-0000-0000-000000000002"] = 1000 },
        Concurrency = 16,
        BodyBytes = 65_536,
        TimeoutSeconds = 60,
    };

    [Fact]
    public void The_configuration_equals_its_golden() => Golden.Matches("guard.cfg", Guard().ToString());

    [Fact]
    public void Tools_have_one_limit_for_all_callers() =>
        Golden.Matches("tool-guard.cfg", (Guard("search.sandbox-search.svc.cluster.local:8080") with { RequestsPerMinute = null, TotalRequestsPerMinute = 90, HealthPath = null }).ToString());

    [Fact]
    public async Task Haproxy_lets_through_what_is_listed_and_nothing_else()
    {
        if (!RealProgram.Exists("haproxy"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using var authority = Certificate("authority", null);
        using var server = Certificate("localhost", authority);
        using var client = Certificate("gateway", authority);
        folder.Write("ca.crt", authority.ExportCertificatePem());
        folder.Write("tls.crt", server.ExportCertificatePem());
        folder.Write("tls.key", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        using var model = new ModelStub();
        var (port, health) = (FreePort(), FreePort());
        var text = Guard($"127.0.0.1:{model.Port}").ToString()
            .Replace("/etc/guard-tls", folder.Path, StringComparison.Ordinal)
            .Replace("/etc/authority", folder.Path, StringComparison.Ordinal)
            .Replace(":8443", $"127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace(":8081", $"127.0.0.1:{health}", StringComparison.Ordinal);
        using var guard = RealProgram.Start("haproxy", "-db", "-f", folder.Write("haproxy.cfg", text));
        using var anonymous = Client(null);
        await guard.UntilAsync(async () => (await anonymous.GetAsync($"http://127.0.0.1:{health}/ready")).StatusCode == HttpStatusCode.OK);

        var address = $"https://127.0.0.1:{port}";
        await Assert.ThrowsAsync<HttpRequestException>(() => anonymous.GetAsync($"{address}/v1/models"));
        using var caller = Client(client);
        Assert.Equal("200", await Ask(caller, HttpMethod.Get, $"{address}/v1/models", Tenant));
        Assert.Equal("200", await Ask(caller, HttpMethod.Post, $"{address}/v1/chat/completions", Tenant, "{}"));
        Assert.DoesNotContain("authorization", model.LastHeaders, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("403", await Ask(caller, HttpMethod.Get, $"{address}/v1/models", null));
        Assert.Equal("403", await Ask(caller, HttpMethod.Get, $"{address}/v1/models", "somebody-else"));
        Assert.Equal("404", await Ask(caller, HttpMethod.Post, $"{address}/invocations", Tenant, "{}"));
        Assert.Equal("404", await Ask(caller, HttpMethod.Get, $"{address}/metrics", Tenant));
        Assert.Equal("404", await Ask(caller, HttpMethod.Get, $"{address}//v1/models", Tenant));
        Assert.Equal("404", await Ask(caller, HttpMethod.Delete, $"{address}/v1/models", Tenant));
        Assert.Equal("413", await Ask(caller, HttpMethod.Post, $"{address}/v1/chat/completions", Tenant, new string('x', 70_000)));
        Assert.Equal("415", await Ask(caller, HttpMethod.Post, $"{address}/v1/chat/completions", Tenant, "{}", "text/plain"));

        var answers = new List<string>();
        for (var count = 0; count < 30; count++)
        {
            answers.Add(await Ask(caller, HttpMethod.Get, $"{address}/v1/models", Tenant));
        }

        Assert.Equal(["200", "429"], answers.Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("secret-token", guard.Output, StringComparison.Ordinal);
    }

    private static async Task<string> Ask(HttpClient client, HttpMethod method, string address, string? tenant, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.TryAddWithoutValidation("authorization", "Bearer secret-token");
        if (tenant is not null)
        {
            request.Headers.Add("x-tenant-id", tenant);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, type);
        }

        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static HttpClient Client(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented is not null;
        handler.SslOptions.ClientCertificates = certificate is null ? null : [certificate];
        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
    }

    private static X509Certificate2 Certificate(string name, X509Certificate2? issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        var (from, to) = (DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
        if (issuer is null)
        {
            return request.CreateSelfSigned(from, to);
        }

        using var signed = request.Create(issuer, from, to, [1, 2, (byte)name.Length]);
        return X509CertificateLoader.LoadPkcs12(signed.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
