using LlmOpsSecure.Infra.Identity;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>Brings a certificate to the pod that uses it: from a secret that the stack made, or from the vault, over the Secrets Store driver with the pod's own identity.</summary>
internal static class VaultCertificate
{
    /// <summary>Where secrets come from the vault: the class that mounts a certificate, and copies those that a gateway can only read as a secret.</summary>
    public static void Mount(WorkloadScope scope, ServiceAccountName account, string certificate, IReadOnlyList<string> copies, CustomResourceOptions options)
    {
        if (scope.Settings.SecretsComeFromTheVault)
        {
            _ = new SecretProviderClass($"{account.Namespace}-{certificate}", new SecretProviderClassArgs(scope, account, certificate, copies), options);
        }
    }

    /// <summary>The volume with <c>tls.crt</c>, <c>tls.key</c> and <c>ca.crt</c>.</summary>
    public static VolumeArgs Volume(WorkloadScope scope, string name, string certificate) => scope.Settings.SecretsComeFromTheVault
        ? new() { Name = name, Csi = new CSIVolumeSourceArgs { Driver = "secrets-store.csi.k8s.io", ReadOnly = true, VolumeAttributes = { ["secretProviderClass"] = certificate } } }
        : new() { Name = name, Secret = new SecretVolumeSourceArgs { SecretName = certificate, DefaultMode = 288 } };

    private sealed class SecretProviderClass(string name, SecretProviderClassArgs args, CustomResourceOptions options) : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

    private sealed class SecretProviderClassArgs : CustomResourceArgs
    {
        public SecretProviderClassArgs(WorkloadScope scope, ServiceAccountName account, string certificate, IReadOnlyList<string> copies)
            : base("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass")
        {
            this.Metadata = scope.Meta(certificate, account.Namespace);
            this.Spec = new SecretProviderClassSpecArgs(scope, account, certificate, copies);
        }

        [Input("spec", required: true)]
        public Input<SecretProviderClassSpecArgs> Spec { get; set; }
    }

    private sealed class SecretProviderClassSpecArgs : ResourceArgs
    {
        public SecretProviderClassSpecArgs(WorkloadScope scope, ServiceAccountName account, string certificate, IReadOnlyList<string> copies)
        {
            // A certificate's secret holds key and certificates in one text: both files are that text, and each reader takes its part.
            (string Secret, string File)[] objects = [($"{account.Namespace}-{certificate}", "tls.crt"), ($"{account.Namespace}-{certificate}", "tls.key"), .. copies.Select(copy => ($"{account.Namespace}-{copy}", copy))];
            this.Parameters = new()
            {
                ["clientID"] = scope.Platform.ClientId(account),
                ["keyvaultName"] = $"{scope.Settings.Name}-secrets",
                ["tenantId"] = scope.Settings.TenantId,
                ["usePodIdentity"] = "false",
                ["useVMManagedIdentity"] = "false",
                ["objects"] = "array:\n" + string.Concat(objects.Select(one => $"  - |\n    objectName: {one.Secret}\n    objectType: secret\n    objectAlias: {one.File}\n")),
            };
            foreach (var copy in copies)
            {
                this.SecretObjects.Add(new SecretObjectArgs(copy));
            }
        }

        [Input("provider", required: true)]
        public Input<string> Provider { get; set; } = "azure";

        [Input("parameters", required: true)]
        public InputMap<string> Parameters { get; set; }

        [Input("secretObjects")]
        public InputList<SecretObjectArgs> SecretObjects { get; set; } = [];
    }

    private sealed class SecretObjectArgs(string name) : ResourceArgs
    {
        [Input("secretName", required: true)]
        public Input<string> SecretName { get; set; } = name;

        [Input("type", required: true)]
        public Input<string> Type { get; set; } = "kubernetes.io/tls";

        [Input("data", required: true)]
        public InputList<SecretDataArgs> Data { get; set; } = [new SecretDataArgs(name, "tls.crt"), new SecretDataArgs(name, "tls.key")];
    }

    private sealed class SecretDataArgs(string file, string key) : ResourceArgs
    {
        [Input("objectName", required: true)]
        public Input<string> ObjectName { get; set; } = file;

        [Input("key", required: true)]
        public Input<string> Key { get; set; } = key;
    }
}
