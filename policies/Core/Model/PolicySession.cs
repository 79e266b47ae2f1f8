using System.Collections.Concurrent;

namespace LlmOpsSecure.Policies.Model;

/// <summary>Judges resources and stacks by a pack's policies under one set of settings. Safe to use from many threads.</summary>
public sealed class PolicySession
{
    private const string AllPods = "";

    private readonly List<ActivePolicy> active = [];
    private readonly ILookup<string, int> byType;
    private readonly ConcurrentDictionary<string, int[]> dispatch = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Exemption, bool> used = [];
    private readonly PolicySettings settings;

    internal PolicySession(PolicyPack pack, PolicySettings settings)
    {
        this.Pack = pack;
        this.settings = settings;
        foreach (var id in settings.Policies.Keys.Concat(settings.Exemptions.Select(exemption => exemption.Policy)).Where(id => pack.Find(id) is null))
        {
            throw new PolicySettingsException($"There is no policy '{id}' in the pack '{pack.Name}'{Nearest(pack, id)}.");
        }

        foreach (var policy in pack.Policies)
        {
            var own = settings.Policies.FirstOrDefault(setting => pack.Find(setting.Key) == policy).Value;
            var enforcement = own?.Enforcement ?? settings.All ?? policy.Info.DefaultEnforcement;
            var arguments = new PolicyArguments(policy.Info, own?.Parameters ?? new Dictionary<string, PropertyValue>(), settings.Today);
            if (enforcement != Enforcement.Disabled)
            {
                this.active.Add(new(policy, enforcement, arguments));
            }
        }

        this.byType = this.active.SelectMany((entry, index) => entry.Policy switch
        {
            ResourcePolicy => entry.Policy.Info.Types.Select(type => (Type: TypeToken.Canonical(type), Index: index)),
            WorkloadPolicy => [(AllPods, index)],
            _ => [],
        }).ToLookup(entry => entry.Type, entry => entry.Index, StringComparer.Ordinal);
    }

    /// <summary>The pack that judges.</summary>
    public PolicyPack Pack { get; }

    /// <summary>How a policy is enforced in this session.</summary>
    public Enforcement EnforcementOf(Policy policy) => this.active.FirstOrDefault(entry => entry.Policy == policy) is { } entry ? entry.Enforcement : Enforcement.Disabled;

    /// <summary>The policies that are not disabled, ordered by id.</summary>
    public IEnumerable<Policy> Active => this.active.Select(entry => entry.Policy);

    /// <summary>Whether a resource or workload policy of the session looks at resources of that type. A Kubernetes list kind concerns every policy, because its items may.</summary>
    public bool Concerns(Policy policy, string type) =>
        (type.StartsWith("kubernetes:", StringComparison.Ordinal) && type.EndsWith("List", StringComparison.Ordinal)) || this.PoliciesFor(type).Any(index => this.active[index].Policy == policy);

    /// <summary>Whether any policy of the session looks at resources of that type.</summary>
    public bool Concerns(string type) => this.PoliciesFor(type).Length > 0 || type.StartsWith("azure-native", StringComparison.Ordinal) || type.EndsWith("List", StringComparison.Ordinal);

    /// <summary>What the resource and workload policies say about a resource, ordered by policy.</summary>
    public IReadOnlyList<PolicyReport> Analyze(Resource resource)
    {
        List<PolicyReport>? reports = null;
        foreach (var one in resource.Expand())
        {
            IReadOnlyList<PodSpec>? pods = null;
            var shown = resource.Type.StartsWith("azure-native", StringComparison.Ordinal) ? resource : one;
            foreach (var index in this.PoliciesFor(one.Type))
            {
                var entry = this.active[index];
                if (entry.Alone is not null)
                {
                    this.Collect(ref reports, entry, one, static (policy, resource) => policy.Alone!.Check(resource, policy.Arguments), shown);
                    continue;
                }

                pods ??= [.. PodSpec.Of(one)];
                foreach (var pod in pods)
                {
                    this.Collect(ref reports, entry, pod, static (policy, pod) => policy.OfPods!.Check(pod, policy.Arguments), one);
                }
            }
        }

        return reports ?? (IReadOnlyList<PolicyReport>)[];
    }

    /// <summary>What the stack policies say about a stack, ordered by policy, and then what is wrong with the exemptions. Called once, after every resource was analyzed.</summary>
    public IReadOnlyList<PolicyReport> AnalyzeStack(Stack stack)
    {
        List<PolicyReport>? reports = null;
        foreach (var entry in this.active)
        {
            if (entry.OfStack is not null)
            {
                this.Collect(ref reports, entry, stack, static (policy, stack) => policy.OfStack!.Check(stack, policy.Arguments), null);
            }
            else if (entry.OfPods is not null)
            {
                this.Collect(ref reports, entry, stack, static (policy, stack) => policy.OfPods!.Check(stack), null);
            }
        }

        foreach (var problem in this.ExemptionProblems())
        {
            (reports ??= []).Add(problem);
        }

        return reports ?? (IReadOnlyList<PolicyReport>)[];
    }

    /// <summary>The corrections of a resource by the policies that are enforced by correcting, each applied to the result of the one before.</summary>
    public IReadOnlyList<PolicyRemediation> Remediate(Resource resource)
    {
        List<PolicyRemediation>? corrections = null;
        foreach (var index in this.PoliciesFor(resource.Type))
        {
            var (policy, enforcement, _) = this.active[index];
            if (enforcement != Enforcement.Remediate || !policy.CanRemediate || this.ExemptionFor(policy.Info, resource) is not null)
            {
                continue;
            }

            try
            {
                if (policy.Remediate(resource) is { } corrected)
                {
                    (corrections ??= []).Add(new(policy.Info, corrected, null));
                    resource = resource.With(corrected);
                }
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                (corrections ??= []).Add(new(policy.Info, null, Failure(policy, error)));
            }
        }

        return corrections ?? (IReadOnlyList<PolicyRemediation>)[];
    }

    private static string Failure(Policy policy, Exception error) =>
        $"The policy '{policy.Info.Id}' failed with {error.GetType().Name}, so nothing is known about this resource. Please report it.";

    private static string Nearest(PolicyPack pack, string id)
    {
        var first = id.Split('-')[0];
        var alike = pack.Policies.Select(policy => policy.Info.Id).Where(other => other.StartsWith(first + "-", StringComparison.Ordinal)).Take(5).ToList();
        return alike.Count == 0 ? "" : $"; near it are: {string.Join(", ", alike)}";
    }

    private int[] PoliciesFor(string type)
    {
        if (this.dispatch.TryGetValue(type, out var known))
        {
            return known;
        }

        var pods = PodSpec.IsWorkload(type) ? this.byType[AllPods] : PodSpec.IsAdmission(type) ? this.byType[AllPods].Where(index => this.active[index].Policy.Info.Controls.Any(control => control.Framework == "PSS")) : [];
        var found = this.byType[TypeToken.Canonical(type)].Concat(pods).Distinct().Order().ToArray();
        if (this.dispatch.Count < 10_000)
        {
            this.dispatch[type] = found;
        }

        return found;
    }

    // What a policy finds in a subject: a part of a resource, or the whole stack.
    private void Collect<T>(ref List<PolicyReport>? reports, ActivePolicy policy, T subject, Func<ActivePolicy, T, IEnumerable<Finding>> check, Resource? resource)
    {
        try
        {
            foreach (var finding in check(policy, subject))
            {
                (reports ??= []).Add(this.Report(policy, finding, resource ?? (subject as Stack)?.Find(finding.Urn)));
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            (reports ??= []).Add(new()
            {
                Policy = policy.Policy.Info,
                Result = PolicyResult.Error,
                Enforcement = Enforcement.Mandatory,
                Urn = resource?.Urn ?? "",
                Type = resource?.Type ?? "",
                Path = "",
                Message = Failure(policy.Policy, error),
                Source = resource?.Source,
            });
        }
    }

    private PolicyReport Report(ActivePolicy active, Finding finding, Resource? resource)
    {
        var (policy, enforcement) = (active.Policy.Info, active.Enforcement);
        var exemption = finding is Violation && resource is not null ? this.ExemptionFor(policy, resource) : null;
        return new()
        {
            Policy = policy,
            Result = exemption is not null ? PolicyResult.Exempted : finding is Violation ? PolicyResult.Violation : PolicyResult.Undetermined,
            Enforcement = exemption is not null || finding is Undetermined || enforcement == Enforcement.Advisory ? Enforcement.Advisory : Enforcement.Mandatory,
            Urn = finding.Urn,
            Type = resource?.Type ?? "",
            Path = finding.Path,
            Message = finding.Message,
            Source = resource?.Source,
            Exemption = exemption,
        };
    }

    private Exemption? ExemptionFor(PolicyInfo policy, Resource resource)
    {
        foreach (var exemption in this.settings.Exemptions)
        {
            if (exemption.Covers(policy, resource.Urn))
            {
                this.used[exemption] = true;
                if (exemption.Expires >= this.settings.Today)
                {
                    return exemption;
                }
            }
        }

        foreach (var (exemption, _) in Exemption.On(resource))
        {
            if (exemption is not null && exemption.Expires >= this.settings.Today && (exemption.Policy == policy.Id || policy.FormerIds.Contains(exemption.Policy)))
            {
                return exemption;
            }
        }

        return null;
    }

    private IEnumerable<PolicyReport> ExemptionProblems()
    {
        foreach (var exemption in this.settings.Exemptions)
        {
            var problem = exemption.Expires < this.settings.Today ? $"The exemption of {exemption.Urn} has expired on {exemption.Expires:yyyy-MM-dd} ({exemption.Reason}); remove it or decide again"
                : !this.used.ContainsKey(exemption) ? $"The exemption of {exemption.Urn} is not used ({exemption.Reason}); remove it"
                : null;
            if (problem is not null)
            {
                yield return new()
                {
                    Policy = this.Pack.Find(exemption.Policy)!.Info,
                    Result = PolicyResult.ExemptionProblem,
                    Enforcement = Enforcement.Advisory,
                    Urn = "",
                    Type = "",
                    Path = "",
                    Message = problem,
                    Exemption = exemption,
                };
            }
        }
    }

    private sealed record ActivePolicy(Policy Policy, Enforcement Enforcement, PolicyArguments Arguments)
    {
        public ResourcePolicy? Alone { get; } = Policy as ResourcePolicy;

        public WorkloadPolicy? OfPods { get; } = Policy as WorkloadPolicy;

        public StackPolicy? OfStack { get; } = Policy as StackPolicy;
    }
}
