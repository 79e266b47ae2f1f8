namespace LlmOpsSecure.Infra.Workloads;

/// <summary>What an internal certificate is for.</summary>
public enum CertificateUse
{
    /// <summary>To call.</summary>
    Client,

    /// <summary>To be called.</summary>
    Server,

    /// <summary>To call and be called, among replicas of a guard.</summary>
    Both,
}
