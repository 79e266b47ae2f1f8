namespace LlmOpsSecure.Policies.Model;

/// <summary>All that there is to say about a policy: what the engine is told, the page in docs/policies, the examples that tests run.</summary>
public sealed record PolicyInfo
{
    /// <summary>The id: folder and class name in kebab case, such as <c>cluster-api-server-is-private</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The state that is wanted, as a sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What goes wrong otherwise.</summary>
    public required string Why { get; init; }

    /// <summary>How bad a violation is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The type tokens that the policy looks at. Empty only for workload policies, which see every kind that makes pods.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The threats that the policy answers; at least one.</summary>
    public required IReadOnlyList<Threat> Threats { get; init; }

    /// <summary>The framework controls that the policy serves.</summary>
    public required IReadOnlyList<Control> Controls { get; init; }

    /// <summary>How to mend a violation.</summary>
    public required string Remediation { get; init; }

    /// <summary>JSON examples that the policy has nothing to say about: properties of the first type, a pod specification, or a list of resources, as the sort of policy has it.</summary>
    public required IReadOnlyList<string> Good { get; init; }

    /// <summary>JSON examples each of which is exactly one violation.</summary>
    public required IReadOnlyList<string> Bad { get; init; }

    /// <summary>Ids of rules of other tools that this policy replaces, such as <c>CKV_AZURE_115</c>.</summary>
    public IReadOnlyList<string> Equivalents { get; init; } = [];

    /// <summary>Ids that the policy had before; settings and exemptions may still use them.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>The corrections that are safe and need no decision; none by default.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The parameters that settings may give; none by default.</summary>
    public IReadOnlyList<PolicyParameter> Parameters { get; init; } = [];

    /// <summary>What a violation does where the settings do not say: critical and high stop a deployment.</summary>
    public Enforcement DefaultEnforcement => this.Severity >= Severity.High ? Enforcement.Mandatory : Enforcement.Advisory;

    /// <summary>The subject: the first word of the id's folder part, which is also the folder of the policy.</summary>
    public string Subject => this.Id.Split('-', 2)[0];
}
