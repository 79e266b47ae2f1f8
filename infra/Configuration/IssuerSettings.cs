namespace LlmOpsSecure.Infra.Configuration;

/// <summary>A certification authority that signs the internal certificates instead of one that the stack makes.</summary>
/// <param name="Certificate">Its certificate, PEM.</param>
/// <param name="PrivateKey">Its private key, PEM; null where certificates come from the vault.</param>
public sealed record IssuerSettings(string Certificate, SecretText? PrivateKey);
