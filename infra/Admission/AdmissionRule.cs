namespace LlmOpsSecure.Infra.Admission;

/// <summary>A rule that the API server itself keeps, also after deployment and against everybody.</summary>
/// <param name="Name">The rule as a sentence in kebab case; the policy's name after <c>llmops-</c>.</param>
/// <param name="Roles">The namespaces' roles that it holds for; empty for every namespace but those of the system.</param>
/// <param name="Exempt">Roles that it does not hold for, where it holds for every namespace.</param>
/// <param name="Operations">The requests that it judges.</param>
/// <param name="Resources">The resources that it judges.</param>
/// <param name="Variables">Names that the expressions use.</param>
/// <param name="Validations">Expressions that must hold, each with the message of a refusal.</param>
public sealed record AdmissionRule(
    string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Exempt, IReadOnlyList<string> Operations, IReadOnlyList<string> Resources,
    IReadOnlyList<(string Name, string Expression)> Variables, IReadOnlyList<(string Expression, string Message)> Validations);
