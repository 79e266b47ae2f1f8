using System.Collections.Concurrent;
using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>One run of a program: takes its registrations, asks providers and policies, compares with the state and keeps what comes out. Safe to call from many threads.</summary>
internal sealed class ResourceOperation(ProjectFile project, OperationRequest request, PolicySession policies, IProgress<string> progress)
{
    private readonly Lock gate = new();
    private readonly List<Step> steps = [];
    private readonly List<ReportFinding> findings = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<string, ResourceState> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceState> former = (request.Against?.Resources ?? []).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> defaultProviders = new(StringComparer.Ordinal);
    private readonly StateDocument document = StateDocument.Of([], request.Against);
    private PropertyValue outputs = PropertyValue.MapOf([]);
    private volatile bool failed;

    public const string StackType = "pulumi:pulumi:Stack";

    public bool IsPreview => request.IsPreview;

    public ProjectFile Project => project;

    public string Stack => request.Stack;

    /// <summary>Whether an error was reported.</summary>
    public bool HasFailed => this.failed;

    /// <summary>URN of the stack; empty before it is registered.</summary>
    public string RootUrn { get; private set; } = "";

    /// <summary>Shows a line that the program printed.</summary>
    public void Say(string line)
    {
        lock (this.gate)
        {
            this.diagnostics.Add(new("info", "", line));
        }
    }

    public void Log(string severity, string urn, string text)
    {
        lock (this.gate)
        {
            this.diagnostics.Add(new(severity, urn, text));
        }

        this.failed |= severity == "error";
    }

    public void Fail(string urn, string text) => this.Log("error", urn, text);

    /// <summary>The URN of a resource: the types of its ancestors but the stack, its own type, its name.</summary>
    public string UrnOf(string parent, string type, string name)
    {
        var chain = "";
        if (parent.Length > 0 && parent.Split("::") is { Length: >= 4 } parts && parts[2] != StackType)
        {
            chain = parts[2] + "$";
        }

        return $"urn:pulumi:{request.Stack}::{project.Name}::{chain}{type}::{name}";
    }

    /// <summary>Takes a registration. A refusal or, in an update, a mandatory violation throws <see cref="RegistrationException"/>.</summary>
    public ResourceState Register(Registration registration)
    {
        var urn = this.UrnOf(registration.Parent, registration.Type, registration.Name);
        lock (this.gate)
        {
            if (this.states.ContainsKey(urn))
            {
                this.failed = true;
                this.diagnostics.Add(new("error", urn, $"Duplicate resource URN '{urn}'; try giving it a unique name"));
                throw new RegistrationException($"Duplicate resource URN '{urn}'; try giving it a unique name");
            }

            if (registration.Type == StackType)
            {
                this.RootUrn = urn;
            }
        }

        var inputs = registration.IsCustom ? SimulatedProvider.Check(urn, registration.Type, registration.Name, registration.Inputs) : registration.Inputs;
        var refusals = registration.IsCustom ? AzureFacts.Check(registration.Type, inputs).ToList() : [];
        var resource = new Resource
        {
            Type = registration.Type,
            Name = registration.Name,
            Urn = urn,
            Properties = inputs,
            Parent = registration.Parent.Length > 0 ? registration.Parent : null,
            Dependencies = registration.Dependencies,
            PropertyDependencies = registration.PropertyDependencies,
            Options = registration.Options,
        };
        foreach (var correction in policies.Remediate(resource))
        {
            if (correction.Properties is { } corrected)
            {
                inputs = corrected;
                resource = resource.With(corrected);
                this.Log("info", urn, $"{correction.Policy.Id} corrected the resource");
            }
        }

        var found = refusals.Select(refusal => new ReportFinding
        {
            Policy = "provider",
            Severity = Severity.High,
            Mandatory = true,
            Result = "refused",
            Urn = urn,
            Type = registration.Type,
            Path = refusal.Path,
            Message = $"{refusal.Path} {refusal.Problem}",
        }).Concat(policies.Analyze(resource).Select(ReportFinding.Of)).ToList();

        var old = this.former.GetValueOrDefault(urn);
        var (op, changes, replaces) = this.Compare(registration, inputs, old);
        var known = !request.IsPreview || (old is not null && op is Operation.Same);
        var (id, computed) = registration.IsCustom
            ? op is Operation.Same or Operation.Update && old is not null && registration.IsCustom ? (old.Id, Merge(old.Outputs, SimulatedProvider.Make(registration.Type, urn, registration.Name, inputs, true).Outputs, inputs)) : SimulatedProvider.Make(registration.Type, urn, registration.Name, inputs, known)
            : (null, inputs);
        var state = new ResourceState
        {
            Urn = urn,
            Type = registration.Type,
            Name = registration.Name,
            IsCustom = registration.IsCustom,
            Parent = registration.Parent.Length > 0 ? registration.Parent : null,
            Id = id,
            Inputs = inputs,
            Outputs = computed,
            Dependencies = registration.Dependencies,
            PropertyDependencies = registration.PropertyDependencies,
            Provider = registration.IsCustom && !registration.Type.StartsWith("pulumi:", StringComparison.Ordinal) ? registration.Provider.Length > 0 ? registration.Provider : this.DefaultProvider(registration) : null,
            Protect = registration.Options.Protect,
            Options = registration.Options,
        };
        var blocked = found.Where(finding => finding.Blocks).ToList();
        lock (this.gate)
        {
            this.findings.AddRange(found);
            if (blocked.Count > 0 && !request.IsPreview)
            {
                this.failed = true;
                this.diagnostics.Add(new("error", urn, $"the resource was not touched: {blocked[0].Message}"));
            }
            else
            {
                this.states[urn] = state;
                this.steps.Add(new(op, state, changes, replaces));
                progress.Report($"{this.steps.Count} resources");
            }
        }

        if (old is { Protect: true } && op == Operation.Replace)
        {
            this.Fail(urn, $"the resource is protected and cannot be replaced; {string.Join(", ", replaces)} would replace it");
        }

        return blocked.Count > 0 && !request.IsPreview ? throw new RegistrationException($"resource {urn} was refused: {string.Join("; ", blocked.Select(finding => finding.Message))}") : state;
    }

    /// <summary>Takes a read of an existing resource.</summary>
    public ResourceState Read(Registration registration, string id)
    {
        var urn = this.UrnOf(registration.Parent, registration.Type, registration.Name);
        var computed = registration.Type == "pulumi:pulumi:StackReference" ? StackReferences.Read(project, registration.Inputs, id) : SimulatedProvider.Make(registration.Type, urn, registration.Name, registration.Inputs, known: true).Outputs;
        var state = new ResourceState
        {
            Urn = urn,
            Type = registration.Type,
            Name = registration.Name,
            IsCustom = true,
            Parent = registration.Parent.Length > 0 ? registration.Parent : null,
            Id = id,
            Inputs = registration.Inputs,
            Outputs = computed,
            Dependencies = registration.Dependencies,
            External = true,
            Provider = registration.Provider.Length > 0 ? registration.Provider : null,
        };
        lock (this.gate)
        {
            this.states[urn] = state;
            this.steps.Add(new(Operation.Read, state, [], []));
        }

        return state;
    }

    /// <summary>Takes the outputs of a component or of the stack.</summary>
    public void SetOutputs(string urn, PropertyValue values)
    {
        lock (this.gate)
        {
            if (!this.states.TryGetValue(urn, out var state))
            {
                throw new RegistrationException($"There is no resource '{urn}' to set outputs of.");
            }

            state.Outputs = values;
            if (state.Type == StackType)
            {
                this.outputs = values;
            }
        }
    }

    public ResourceState? Find(string urn)
    {
        lock (this.gate)
        {
            return this.states.GetValueOrDefault(urn);
        }
    }

    /// <summary>What came out: judges the stack, and adds the deletions of what the program no longer has.</summary>
    public OperationResult Finish()
    {
        lock (this.gate)
        {
            var stack = new Stack([.. this.steps.Select(step => new Resource
            {
                Type = step.State.Type,
                Name = step.State.Name,
                Urn = step.State.Urn,
                Properties = step.State.Outputs.Members.Count > 0 ? step.State.Outputs : step.State.Inputs,
                Id = step.State.Id,
                Parent = step.State.Parent,
                Dependencies = step.State.Dependencies,
                PropertyDependencies = step.State.PropertyDependencies,
                Options = step.State.Options,
            })]) { Name = request.Stack, Project = project.Name, IsPreview = request.IsPreview };
            if (!this.failed)
            {
                this.findings.AddRange(policies.AnalyzeStack(stack).Select(ReportFinding.Of));
                foreach (var gone in this.former.Values.Where(resource => !this.states.ContainsKey(resource.Urn) && !resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal)).Reverse())
                {
                    if (gone.Protect)
                    {
                        this.failed = true;
                        this.diagnostics.Add(new("error", gone.Urn, "the resource is protected and cannot be deleted; remove the protect option first"));
                        this.states[gone.Urn] = gone;
                        continue;
                    }

                    this.steps.Add(new(Operation.Delete, gone, [], []));
                }
            }

            // An interrupted or failed run keeps what it did not come to.
            var kept = this.failed ? this.former.Values.Where(resource => !this.states.ContainsKey(resource.Urn)) : [];
            IReadOnlyList<ResourceState> resources = [.. this.steps.Where(step => step.Op != Operation.Delete).Select(step => step.State), .. kept];
            return new(this.steps, this.findings, this.diagnostics, this.outputs, StateDocument.Of(resources, this.document), this.failed);
        }
    }

    private static PropertyValue Merge(PropertyValue old, PropertyValue made, PropertyValue inputs) =>
        PropertyValue.MapOf(made.Members.Select(member => inputs[member.Key] is null && old[member.Key] is { } kept && kept.Kind != PropertyKind.Secret ? KeyValuePair.Create(member.Key, kept) : member));

    private string DefaultProvider(Registration registration)
    {
        var package = registration.Type.Split(':')[0];
        var name = registration.Version.Length > 0 ? $"default_{registration.Version.Replace('.', '_').Replace('-', '_')}" : "default";
        return this.defaultProviders.GetOrAdd($"{package}:{name}", _ =>
        {
            var urn = $"urn:pulumi:{request.Stack}::{project.Name}::pulumi:providers:{package}::{name}";
            return $"{urn}::{(request.IsPreview ? Markers.UnknownText : SimulatedProvider.Guid(urn))}";
        });
    }

    private (Operation Op, IReadOnlyList<string> Changes, IReadOnlyList<string> Replaces) Compare(Registration registration, PropertyValue inputs, ResourceState? old)
    {
        if (old is null)
        {
            return (Operation.Create, [], []);
        }

        if (!registration.IsCustom)
        {
            return (Operation.Same, [], []);
        }

        var ignored = registration.Options.IgnoreChanges.Select(path => path.Split('.', '[')[0]).ToHashSet(StringComparer.Ordinal);
        var changes = old.Inputs.Members.Select(member => member.Key).Union(inputs.Members.Select(member => member.Key))
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal) && !ignored.Contains(name) && !this.document.Same(old.Inputs[name], inputs[name])).Order(StringComparer.Ordinal).ToList();
        var replaces = changes.Where(name => registration.ReplaceOnChanges.Contains(name) || registration.ReplaceOnChanges.Contains("*") || AzureFacts.Replaces(registration.Type, name) || KubernetesReplaces(registration.Type, name, old.Inputs, inputs)).ToList();
        return (changes.Count == 0 ? Operation.Same : replaces.Count > 0 ? Operation.Replace : Operation.Update, changes, replaces);
    }

    private static bool KubernetesReplaces(string type, string property, PropertyValue old, PropertyValue now) =>
        type.StartsWith("kubernetes:", StringComparison.Ordinal) && (property is "apiVersion" or "kind"
            || (property == "metadata" && (old["metadata"]?["name"]?.Text != now["metadata"]?["name"]?.Text || old["metadata"]?["namespace"]?.Text != now["metadata"]?["namespace"]?.Text)));
}

/// <summary>A registration was refused; the message goes to the program.</summary>
internal sealed class RegistrationException(string message) : Exception(message);

/// <summary>What a program registers.</summary>
internal sealed record Registration(string Type, string Name, string Parent, bool IsCustom, PropertyValue Inputs)
{
    public string Provider { get; init; } = "";

    public string Version { get; init; } = "";

    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    public ResourceOptions Options { get; init; } = ResourceOptions.None;
}
