using System.Collections.Immutable;
using LlmOpsSecure.Infra.Identity;
using Pulumi;

namespace LlmOpsSecure.Infra;

/// <summary>What the workload layer needs of the platform: from the same program, or from the outputs of a platform stack.</summary>
public sealed record PlatformOutputs
{
    /// <summary>Host name of the API server.</summary>
    public required Output<string> ApiServer { get; init; }

    /// <summary>Certificate authority of the API server, base64; a secret only because the provider marks all of a kubeconfig as one.</summary>
    public required Output<string> CertificateAuthority { get; init; }

    /// <summary>Client ids of the workload identities by <see cref="ServiceAccountName.IdentityName"/>.</summary>
    public required Output<ImmutableDictionary<string, string>> ClientIds { get; init; }

    /// <summary>The client id of one service account's identity.</summary>
    public Output<string> ClientId(ServiceAccountName account) => this.ClientIds.Apply(ids => ids[account.IdentityName]);

    /// <summary>The outputs of a platform stack.</summary>
    public static PlatformOutputs Of(StackReference platform) => new()
    {
        ApiServer = platform.RequireOutput("apiServer").Apply(value => (string)value),
        CertificateAuthority = platform.RequireOutput("certificateAuthority").Apply(value => (string)value),
        ClientIds = platform.RequireOutput("clientIds").Apply(value => ((ImmutableDictionary<string, object>)value).ToImmutableDictionary(pair => pair.Key, pair => (string)pair.Value, StringComparer.Ordinal)),
    };
}
