using System.Text;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests;

/// <summary><c>docs/threat-model.md</c> is written from the policies, the components that keep them and the tests that hold both; nothing is in it that the code does not have.</summary>
public sealed class ThreatModelTests
{
    private static readonly (Threat Threat, string Title, string Question, string[] Risks)[] Threats =
    [
        (Threat.ModelStealing, "Model stealing", "Can somebody copy the weights, or train a copy through the API?", ["A token budget", "Extra files"]),
        (Threat.ToolExploitation, "Exploiting tool use", "Can a prompt make a tool do what its owner did not mean?", ["What is inside a tunnel", "Routes of tools", "A deployment's sandbox", "What a sandbox sends"]),
        (Threat.DecisionExploitation, "Exploiting decisions", "Can a prompt make a decision that people should make?", ["Whoever may change roles"]),
        (Threat.ResourceExhaustion, "Tying up the model server", "Can requests keep others from being served, or cost without end?", ["A token budget"]),
        (Threat.FullStack, "Full-stack exploitation", "How far does somebody get who breaks into a server, a sandbox or a node?", ["Trusted Launch", "Managed GPU pools", "Whoever may change roles"]),
        (Threat.SupplyChain, "Supply chain", "Can something tampered with get in, as weights, image or chart?", ["A digest of an image", "The signer of weights", "Extra files"]),
        (Threat.Disclosure, "Disclosure", "Can prompts, answers or secrets be read by others?", ["The advanced network policy mode", "etcd is encrypted"]),
    ];

    [Fact]
    public void The_threat_model_is_generated()
    {
        var text = Text();
        var file = Path.Combine(StackFile.Root, "docs", "threat-model.md");
        if (Environment.GetEnvironmentVariable("LLMOPS_UPDATE") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void Every_threat_is_answered() => Assert.Equal(Enum.GetValues<Threat>().Order(), Threats.Select(one => one.Threat).Order());

    private static string Text()
    {
        var keepers = PoliciesTests.HardenedLines().GroupBy(line => line.Policy, line => line.Component, StringComparer.Ordinal).ToDictionary(group => group.Key, group => string.Join(", ", group.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), StringComparer.Ordinal);
        var risks = File.ReadAllLines(Path.Combine(StackFile.Root, "docs", "residual-risks.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line[2..line.IndexOf(" |", StringComparison.Ordinal)]).ToList();
        var text = new StringBuilder("""
            # Threat model

            Threat, the policies that object to it, the components that keep them, and what remains. Generated from the code by `tests/infra/ThreatModelTests.cs`
            (`LLMOPS_UPDATE=1` writes it anew). Each policy has examples that `tests/policies` runs, and a page in `docs/policies/`; each component passes
            every policy in each of the six stacks (`tests/infra/PoliciesTests.cs`). A policy without a component is kept by every component that it concerns.


            """.ReplaceLineEndings("\n"));
        foreach (var (threat, title, question, named) in Threats)
        {
            var policies = PolicyPack.Kit.Policies.Where(policy => policy.Info.Threats.Contains(threat)).ToList();
            text.Append($"## {title}\n\n{question}\n\nFrameworks: {string.Join(", ", policies.SelectMany(policy => policy.Info.Controls).Select(control => control.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}.\n\n");
            text.Append("| Policy | Severity | Kept by | Wanted |\n|---|---|---|---|\n");
            foreach (var policy in policies)
            {
                text.Append($"| [{policy.Info.Id}](policies/{policy.Info.Id}.md) | {policy.Info.Severity.ToString().ToLowerInvariant()} | {keepers.GetValueOrDefault(policy.Info.Id, "")} | {policy.Info.Title} |\n");
            }

            text.Append("\nWhat remains ([residual risks](residual-risks.md)): ");
            text.Append(string.Join("; ", named.Select(start => risks.Single(risk => risk.StartsWith(start, StringComparison.Ordinal)))));
            text.Append(".\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
