namespace LlmOpsSecure.Infra.Audit;

/// <summary>A search of the workspace that alarms when it finds something.</summary>
/// <param name="Name">What happened.</param>
/// <param name="Severity">0 (critical) to 4 (verbose).</param>
/// <param name="Threshold">Most findings in a quarter of an hour that are still normal.</param>
/// <param name="Query">The search.</param>
public sealed record LogSearch(string Name, int Severity, int Threshold, string Query)
{
    /// <summary>The searches for what an attacker does on the way from a prompt to the cloud.</summary>
    public static IReadOnlyList<LogSearch> All { get; } =
    [
        new("secret-read-burst", 1, 50, "AZKVAuditLogs | where OperationName == 'SecretGet'"),
        new("key-use-denied", 1, 0, "AZKVAuditLogs | where HttpStatusCode == 403"),
        new("exec-into-pod", 0, 0, "AKSAuditAdmin | where RequestUri has_any ('/exec', '/attach', '/portforward') and ResponseStatus.code < 400"),
        new("admission-denied", 2, 5, "AKSAuditAdmin | where ResponseStatus.code == 403 and ResponseStatus.message has 'ValidatingAdmissionPolicy'"),
        new("admission-policy-changed", 0, 0, "AKSAuditAdmin | where ObjectRef.apiGroup == 'admissionregistration.k8s.io' and Verb in ('update', 'patch', 'delete')"),
        new("egress-denied-burst", 1, 20, "AZFWApplicationRule | where Action =~ 'Deny'"),
        new("intrusion-signature", 0, 0, "AZFWIdpsSignature | where Action =~ 'Deny'"),
        new("proxy-denied-burst", 1, 20, "ContainerLogV2 | where ContainerName == 'squid' and LogMessage has 'TCP_DENIED' or ContainerName == 'gate' and LogMessage has '\"end\":\"PR\"'"),
        new("audit-lines-missing", 1, 0, """
            ContainerLogV2 | where ContainerName in ('guard', 'gate', 'squid') | extend line = parse_json(tostring(LogMessage)) | extend n = tolong(line.n), source = strcat(ContainerId, line.entry) | where isnotnull(n)
            | sort by source asc, n asc | where source == prev(source) and n - prev(n) > 1
            """.ReplaceLineEndings(" ")),
        new("weights-written", 0, 0, "StorageBlobLogs | where Category == 'StorageWrite' and Uri has '/weights/'"),
    ];
}
