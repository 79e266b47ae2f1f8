using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Providers;

/// <summary>What the TLS provider computes: real keys and certificates, made for the simulation and good for nothing else.</summary>
internal static class TlsValues
{
    public static IEnumerable<KeyValuePair<string, PropertyValue>> Of(string type, string urn, PropertyValue inputs)
    {
        // The same key each time, because a state never holds it: it is good for nothing but the simulation.
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(urn)) });
        if (type.EndsWith(":PrivateKey", StringComparison.Ordinal))
        {
            var pem = key.ExportECPrivateKeyPem();
            foreach (var name in new[] { "privateKeyPem", "privateKeyPemPkcs8", "privateKeyOpenssh" })
            {
                yield return KeyValuePair.Create(name, PropertyValue.SecretOf(PropertyValue.Of(pem)));
            }

            yield return KeyValuePair.Create("publicKeyPem", PropertyValue.Of(key.ExportSubjectPublicKeyInfoPem()));
        }
        else if (type.EndsWith("Cert", StringComparison.Ordinal))
        {
            var request = new CertificateRequest("CN=simulated", key, HashAlgorithmName.SHA256);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(56), DateTimeOffset.UnixEpoch.AddYears(57));
            yield return KeyValuePair.Create("certPem", PropertyValue.Of(certificate.ExportCertificatePem()));
        }
        else if (type.EndsWith("CertRequest", StringComparison.Ordinal))
        {
            yield return KeyValuePair.Create("certRequestPem", PropertyValue.Of(new CertificateRequest("CN=simulated", key, HashAlgorithmName.SHA256).CreateSigningRequestPem()));
        }
    }
}
