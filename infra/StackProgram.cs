using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.GitOps;
using LlmOpsSecure.Infra.Registry;
using LlmOpsSecure.Infra.Workloads;
using Pulumi;

namespace LlmOpsSecure.Infra;

/// <summary>The program: the layers that the settings name, and the outputs that join them.</summary>
public static class StackProgram
{
    /// <summary>Makes the stack's resources and returns its outputs.</summary>
    public static IDictionary<string, object?> Define(StackSettings settings)
    {
        WarnOfPlaceholders(settings);
        var outputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        var platform = settings.Layer == Layer.Workloads ? PlatformOutputs.Of(new StackReference(settings.PlatformStack!)) : Made(new Platform("platform", settings).Outputs, outputs);
        if (settings.Layer != Layer.Platform)
        {
            var provider = ClusterProvider.Create(settings, platform);
            _ = new WorkloadLayer("workloads", new WorkloadScope(settings, platform), new() { Providers = { provider } });
            outputs["endpoint"] = $"https://{settings.Gateway.Host}/v1";
        }

        return outputs;
    }

    private static PlatformOutputs Made(PlatformOutputs platform, Dictionary<string, object?> outputs)
    {
        outputs["apiServer"] = platform.ApiServer;
        outputs["certificateAuthority"] = platform.CertificateAuthority;
        outputs["clientIds"] = platform.ClientIds;
        return platform;
    }

    // A template cannot know what you have checked and mirrored: its digests are zeros, which no registry has.
    private static void WarnOfPlaceholders(StackSettings settings)
    {
        var names = settings.Images.Where(image => image.Value.TrimEnd('0') == "sha256:").Select(image => image.Key).ToList();
        if (names.Count > 0)
        {
            Log.Warn($"llmops:images has placeholders for {string.Join(", ", names)}: nothing of these will start until they are the digests that you have checked and mirrored.");
        }
    }
}
