using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests;

public sealed class GitOpsTests
{
    private static readonly (string, string)[] Rendered =
    [
        ("llmops:manifestFolder", "manifests"),
        ("llmops:issuer", """{"certificate":"-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----"}"""),
    ];

    [Fact]
    public async Task A_rendered_stack_holds_no_secret()
    {
        var stack = await RecordedStack.Of("agents", Rendered);
        Assert.DoesNotContain(stack.Resources, resource => resource.Type is "kubernetes:core/v1:Secret" or "kubernetes:helm.sh/v3:Release" || resource.Type.StartsWith("tls:", StringComparison.Ordinal));
        Assert.DoesNotContain(stack.Resources, resource => resource.Json.Contains("PRIVATE KEY", StringComparison.Ordinal));
        var provider = Assert.Single(stack.Resources, resource => resource.Type == "pulumi:providers:kubernetes");
        Assert.Equal("manifests", provider.Inputs["renderYamlToDirectory"]);
        Assert.False(provider.Inputs.ContainsKey("kubeconfig"));
    }

    [Fact]
    public async Task Each_certificate_comes_from_the_vault_with_an_identity_that_reads_no_other()
    {
        var stack = await RecordedStack.Of("agents", Rendered);
        var classes = stack.Resources.Where(resource => resource.Type == "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass").Select(resource => resource.Name).ToList();
        Assert.Equal(["edge-browser-guard-tls", "edge-mail-guard-tls", "edge-python-guard-tls", "edge-search-guard-tls", "edge-tickets-guard-tls", "gateway-rate-limit-store", "models-qwen3-72b-guard"], classes.Order(StringComparer.Ordinal));
        var scopes = stack.Resources.Where(resource => resource.Inputs.TryGetValue("roleDefinitionName", out var role) && role is "Key Vault Secrets User").Select(resource => (string)resource.Inputs["scope"]).ToList();
        Assert.Equal(classes.Count + 3, scopes.Count); // the rate-limit store also copies the certificates of the gateways
        Assert.All(scopes, scope => Assert.Contains("/vaults/llmagents-secrets/secrets/", scope, StringComparison.Ordinal));
    }

    [AdmitFact]
    public async Task The_api_server_accepts_every_rendered_object()
    {
        await ManifestsTests.AcceptsAsync(await RecordedStack.Of("agents", Rendered));
    }

    [Fact]
    public void What_would_be_rendered_in_clear_is_refused_by_name()
    {
        var errors = Assert.Throws<SettingsException>(() => StackFile.Settings("dev", ("llmops:manifestFolder", "manifests"), ("llmops:rateLimitPassword", "abcdefghijklmnop"))).Errors;
        Assert.Equal(["llmops:issuer.certificate", "llmops:rateLimitPassword"], errors.Select(error => error.Key).Order(StringComparer.Ordinal));
    }
}
