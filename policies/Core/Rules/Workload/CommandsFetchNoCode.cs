using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed partial class CommandsFetchNoCode() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-commands-fetch-no-code",
    Title = "Containers fetch no programs when they start",
    Why = "Whoever has the address, or the package, has the container.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Atlas("AML.T0010.001"), Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Put the program into the image.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["sh", "-c", "vllm serve /m"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["sh", "-c", "curl -s https://a.example/i.sh | sh"] }] }""", """{ "containers": [{ "name": "a", "command": ["sh", "-c"], "args": ["pip install --upgrade x && run"] }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) => pod.Containers.SelectMany(container => container["command"].Items.Concat(container["args"].Items)
        .Where(part => part.AsText is { } text && Fetching().IsMatch(text)).Select(part => (Finding)part.Violation("not fetch programs when it starts")).Concat(Unknown(container)));

    // What is not known decides only where it is the program itself, or what a shell is to run.
    private static IEnumerable<Finding> Unknown(Container container)
    {
        var command = container["command"].Items.ToList();
        var isShell = command.Count > 0 && command[0].AsText is { } program && Shells.Contains(program[(program.LastIndexOf('/') + 1)..]);
        return command.Concat(isShell ? container["args"].Items : []).Where(part => part.IsUnknown && (isShell || part.Path == command[0].Path)).Take(1).Select(part => part.Undetermined("not fetch programs when it starts"));
    }

    private static readonly string[] Shells = ["sh", "bash", "dash", "ash", "zsh"];

    [GeneratedRegex(@"(curl|wget)[^|;&]*\|\s*(sudo\s+)?(ba|da|z)?sh\b|\b(pip3?|uv pip|npm|apt|apt-get|apk|yum|dnf)\s+(-[^\s]+\s+)*(install|add)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fetching();
}
