namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Logs and their archive.</summary>
/// <param name="RetentionDays">Days that the workspace keeps logs.</param>
/// <param name="ArchiveDays">Days that the archive keeps them unchangeable.</param>
/// <param name="LockArchive">Whether the archive's policy is locked, which nobody can undo and which blocks a destroy.</param>
/// <param name="Contacts">Mail addresses that receive security alerts.</param>
public sealed record AuditSettings(int RetentionDays, int ArchiveDays, bool LockArchive, IReadOnlyList<string> Contacts);
