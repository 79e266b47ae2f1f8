using LlmOpsSecure.Infra.Configuration;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>
/// The authority of the certificates inside the cluster: a given one, or one that the stack makes. Certificates last 90 days and are renewed a month
/// before; their keys are secrets of the stack and of one namespace each.
/// </summary>
public sealed class CertificateAuthority : ComponentResource
{
    /// <summary>The name under which its certificate is published.</summary>
    public const string Published = "authority";

    private readonly WorkloadScope scope;
    private readonly Output<string>? privateKey;

    /// <summary>The authority's certificate, PEM; public.</summary>
    public Output<string> Certificate { get; }

    /// <summary>Takes the given authority, or makes one.</summary>
    public CertificateAuthority(string name, WorkloadScope scope, ComponentResourceOptions? options = null)
        : base("llmopssecure:workloads:CertificateAuthority", name, options)
    {
        this.scope = scope;
        if (scope.Settings.Issuer is { } issuer)
        {
            (this.Certificate, this.privateKey) = (Output.Create(issuer.Certificate), issuer.PrivateKey?.Reveal());
        }
        else
        {
            (this.Certificate, this.privateKey) = this.SelfMade(name);
        }

        this.RegisterOutputs();
    }

    /// <summary>
    /// Makes a key and certificate for a host and keeps them as a TLS secret. Where
    /// secrets come from the vault nothing is made: <see cref="VaultCertificate"/> mounts or copies what is there.
    /// </summary>
    public Resource Issue(string inNamespace, string name, string host, CertificateUse use, CustomResourceOptions options)
    {
        if (this.privateKey is null)
        {
            return this;
        }

        var key = new PrivateKey($"{inNamespace}-{name}", new PrivateKeyArgs { Algorithm = "ECDSA", EcdsaCurve = "P384" }, new() { Parent = this }); // vault-internal-keys-are-strong
        var request = new CertRequest($"{inNamespace}-{name}", new CertRequestArgs { PrivateKeyPem = key.PrivateKeyPem, DnsNames = { host }, Subject = new CertRequestSubjectArgs { CommonName = host.Length <= 64 ? host : name } }, new() { Parent = this });
        var certificate = new LocallySignedCert($"{inNamespace}-{name}", new LocallySignedCertArgs
        {
            CertRequestPem = request.CertRequestPem,
            CaPrivateKeyPem = this.privateKey,
            CaCertPem = this.Certificate,
            ValidityPeriodHours = 2160, // vault-internal-certificates-are-short-lived
            EarlyRenewalHours = 720,
            AllowedUses = ["digital_signature", "key_encipherment", .. Uses(use)],
        }, new() { Parent = this });
        return new Secret($"{inNamespace}-{name}", new SecretArgs
        {
            Metadata = this.scope.Meta(name, inNamespace),
            Type = "kubernetes.io/tls",
            StringData = { ["tls.crt"] = Output.CreateSecret(certificate.CertPem), ["tls.key"] = Output.CreateSecret(key.PrivateKeyPem), ["ca.crt"] = Output.CreateSecret(this.Certificate) },
        }, options);
    }

    /// <summary>Publishes the authority's certificate in a namespace, where guards and gateways check each other by it.</summary>
    public ConfigMap Publish(SecureNamespace space, string inNamespace) =>
        new($"{inNamespace}-authority", new ConfigMapArgs { Metadata = this.scope.Meta(Published, inNamespace), Data = { ["ca.crt"] = this.Certificate } }, new() { Parent = this, DependsOn = { space } });

    private static string[] Uses(CertificateUse use) => use switch
    {
        CertificateUse.Client => ["client_auth"],
        CertificateUse.Server => ["server_auth"],
        _ => ["client_auth", "server_auth"],
    };

    private (Output<string> Certificate, Output<string> PrivateKey) SelfMade(string name)
    {
        var key = new PrivateKey(name, new PrivateKeyArgs { Algorithm = "ECDSA", EcdsaCurve = "P384" }, new() { Parent = this });
        var certificate = new SelfSignedCert(name, new SelfSignedCertArgs
        {
            PrivateKeyPem = key.PrivateKeyPem,
            IsCaCertificate = true,
            ValidityPeriodHours = 43800,
            EarlyRenewalHours = 4380,
            AllowedUses = { "cert_signing", "crl_signing", "digital_signature" },
            Subject = new SelfSignedCertSubjectArgs { CommonName = $"{this.scope.Settings.Name} internal authority", Organization = this.scope.Settings.Name },
        }, new() { Parent = this });
        return (certificate.CertPem, key.PrivateKeyPem);
    }
}
