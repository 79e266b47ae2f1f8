namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Object ids of the Entra groups that people act through. No two are the same, so that duties stay separate.</summary>
/// <param name="ClusterAdmins">May administer the cluster in an emergency.</param>
/// <param name="Auditors">Owns the logs and the archive, and nothing else.</param>
/// <param name="Approvers">Approves what a model proposes.</param>
/// <param name="ModelPublishers">Promotes weights into the model store; the only writers of it.</param>
public sealed record GroupSettings(string ClusterAdmins, string Auditors, string Approvers, string ModelPublishers);
