using System.Text.Json;
using LlmOpsSecure.Infra.Configuration;
using Pulumi;
using Pulumi.Kubernetes;

namespace LlmOpsSecure.Infra.GitOps;

/// <summary>How the workload layer reaches the cluster: signed in with Entra over the private network, or not at all, by writing the objects to a folder.</summary>
public static class ClusterProvider
{
    /// <summary>Makes the provider.</summary>
    public static Provider Create(StackSettings settings, PlatformOutputs platform)
    {
        var args = new ProviderArgs { EnableServerSideApply = true, DeleteUnreachable = false };
        if (settings.ManifestFolder is { } folder)
        {
            args.RenderYamlToDirectory = folder;
        }
        else
        {
            args.KubeConfig = Output.Tuple(platform.ApiServer, Output.Unsecret(platform.CertificateAuthority)).Apply(parts => KubeConfig(parts.Item1, parts.Item2));
        }

        return new Provider("cluster", args);
    }

    // No credential: kubelogin asks Entra for a token of whoever runs the program.
    private static string KubeConfig(string server, string authority) => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Config",
        ["current-context"] = "cluster",
        ["clusters"] = new[] { new { name = "cluster", cluster = new Dictionary<string, string>(StringComparer.Ordinal) { ["server"] = $"https://{server}:443", ["certificate-authority-data"] = authority } } },
        ["contexts"] = new[] { new { name = "cluster", context = new { cluster = "cluster", user = "entra" } } },
        ["users"] = new[]
        {
            new
            {
                name = "entra",
                user = new
                {
                    exec = new
                    {
                        apiVersion = "client.authentication.k8s.io/v1",
                        command = "kubelogin",
                        args = new[] { "get-token", "--login", "azurecli", "--server-id", "6dae42f8-4368-4678-94ff-3960e28e3630" },
                        interactiveMode = "IfAvailable",
                    },
                },
            },
        },
    });
}
