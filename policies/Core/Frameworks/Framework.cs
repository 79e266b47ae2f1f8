using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Frameworks;

/// <summary>The published frameworks that policies refer to, each with its edition and source.</summary>
public static class Framework
{
    /// <summary>Each framework's short name, edition and source.</summary>
    public static IReadOnlyDictionary<string, (string Edition, string Source)> All { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["CIS AKS"] = ("CIS Azure Kubernetes Service Benchmark 1.8", "https://www.cisecurity.org/benchmark/kubernetes"),
        ["CIS Azure"] = ("CIS Microsoft Azure Foundations Benchmark 5.0", "https://www.cisecurity.org/benchmark/azure"),
        ["MCSB"] = ("Microsoft cloud security benchmark v2", "https://learn.microsoft.com/security/benchmark/azure/"),
        ["PSS"] = ("Kubernetes Pod Security Standards", "https://kubernetes.io/docs/concepts/security/pod-security-standards/"),
        ["NSA"] = ("NSA/CISA Kubernetes Hardening Guide 1.2", "https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF"),
        ["OWASP LLM"] = ("OWASP Top 10 for LLM Applications, editions 2025 and 2026", "https://genai.owasp.org/llm-top-10/"),
        ["OWASP Agentic"] = ("OWASP Top 10 for Agentic Applications", "https://genai.owasp.org/"),
        ["MITRE ATLAS"] = ("MITRE ATLAS", "https://atlas.mitre.org/"),
        ["NIST 800-53"] = ("NIST SP 800-53 rev. 5", "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final"),
    };

    /// <summary>A recommendation of the CIS benchmark for AKS.</summary>
    public static Control CisAks(string id) => new("CIS AKS", id);

    /// <summary>A recommendation of the CIS Azure Foundations benchmark.</summary>
    public static Control CisAzure(string id) => new("CIS Azure", id);

    /// <summary>A control of the Microsoft cloud security benchmark.</summary>
    public static Control Mcsb(string id) => new("MCSB", id);

    /// <summary>A control of the Pod Security Standards: <c>baseline</c> or <c>restricted</c> and its name.</summary>
    public static Control Pss(string id) => new("PSS", id);

    /// <summary>A section of the NSA/CISA hardening guide.</summary>
    public static Control Nsa(string id) => new("NSA", id);

    /// <summary>A risk of the OWASP Top 10 for LLM applications.</summary>
    public static Control OwaspLlm(string id) => new("OWASP LLM", id);

    /// <summary>A risk of the OWASP Top 10 for agentic applications.</summary>
    public static Control OwaspAgentic(string id) => new("OWASP Agentic", id);

    /// <summary>A technique of MITRE ATLAS.</summary>
    public static Control Atlas(string id) => new("MITRE ATLAS", id);

    /// <summary>A control of NIST SP 800-53.</summary>
    public static Control Nist(string id) => new("NIST 800-53", id);
}
