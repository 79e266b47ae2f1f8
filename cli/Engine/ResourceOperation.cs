using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>
/// One run of a program: takes its registrations one at a time, asks providers and packs, compares with the state and keeps what comes out. Safe to call from many threads.
/// </summary>
internal sealed class ResourceOperation : IDisposable
{
    public const string StackType = "pulumi:pulumi:Stack";

    private readonly OperationRequest request;
    private readonly IProgress<string> progress;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock gate = new();
    private readonly List<Step> steps = [];
    private readonly List<ReportFinding> findings = [];
    private readonly List<string> order = [];
    private readonly Dictionary<string, ResourceState> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceState> former;
    private readonly Dictionary<string, string> renamed = new(StringComparer.Ordinal);
    private readonly HashSet<string> consumed = new(StringComparer.Ordinal);
    private readonly HashSet<string> stopped = new(StringComparer.Ordinal);
    private readonly HashSet<string> unconfigured = new(StringComparer.Ordinal);
    private readonly HashSet<string> replaced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> replacedFirst = new(StringComparer.Ordinal);
    private readonly StateSecrets secrets;
    private readonly PropertyChanges changes;
    private IReadOnlyList<IPolicyAnalyzer> packs = [];
    private Exception? broken;

    public ResourceOperation(ProjectFile project, OperationRequest request, IProgress<string> progress)
    {
        this.Project = project;
        this.request = request;
        this.progress = progress;
        this.former = (request.Against?.Resources ?? []).Where(resource => !resource.Delete).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        this.secrets = request.Against?.Secrets ?? StateSecrets.New(project.StackFile, project.Salt);
        this.changes = new(this.secrets);
    }

    public bool IsPreview => this.request.IsPreview;

    public ProjectFile Project { get; }

    public string Stack => this.request.Stack;

    public int Parallel => this.request.Parallel;

    /// <summary>What was said.</summary>
    public RunLog Log { get; } = new();

    /// <summary>URN of the stack; empty before it is registered.</summary>
    public string RootUrn { get; private set; } = "";

    /// <summary>Whether an error was reported, or something that ends the run happened.</summary>
    public bool HasFailed => this.Log.HasFailed || this.broken is not null;

    /// <summary>Takes the packs that judge.</summary>
    public void Use(IReadOnlyList<IPolicyAnalyzer> judges) => this.packs = judges;

    /// <summary>Ends the run: what is asked from now on is answered with a shutdown, and the result says why.</summary>
    public void Break(Exception failure) => this.broken ??= failure;

    /// <summary>Takes a registration. A refusal throws <see cref="RegistrationException"/>.</summary>
    public Task<RegistrationAnswer> RegisterAsync(Registration registration, CancellationToken cancellation) => this.InTurnAsync(() => this.RegisterInTurnAsync(registration, cancellation), cancellation);

    /// <summary>Takes a read of an existing resource.</summary>
    public Task<ResourceState> ReadAsync(Registration registration, string id, CancellationToken cancellation) => this.InTurnAsync(
        async () =>
        {
            var urn = this.NewUrn(registration);
            var provider = await this.ProviderOfAsync(registration, cancellation);
            var computed = registration.Type == "pulumi:pulumi:StackReference" ? StackReferences.Read(this.Project, registration.Inputs, id) : SimulatedProvider.Make(registration.Type, urn, registration.Name, registration.Inputs, known: true).Outputs;
            var old = this.former.GetValueOrDefault(urn);
            var state = registration.ToState(urn, provider, registration.Inputs) with { Id = id, External = true, Outputs = ResourceOutputs.Hide(computed, registration.Options.AdditionalSecretOutputs), Created = old?.Created ?? DateTimeOffset.UtcNow, Modified = DateTimeOffset.UtcNow };
            this.Keep(state, new(Operation.Read, state, [], []));
            return state;
        },
        cancellation);

    /// <summary>Makes sure that the provider of a function is there, as for a resource.</summary>
    public Task NeedProviderAsync(string token, string provider, string version, CancellationToken cancellation) =>
        this.InTurnAsync(() => this.ProviderOfAsync(new Registration(token, "", "", true, EngineValues.Empty) { Provider = provider, Version = version }, cancellation), cancellation);

    /// <summary>Takes the outputs of a component or of the stack.</summary>
    public void SetOutputs(string urn, PropertyValue values)
    {
        lock (this.gate)
        {
            if (!this.states.TryGetValue(urn, out var state))
            {
                if (this.stopped.Contains(urn))
                {
                    return;
                }

                throw new RegistrationException($"There is no resource '{urn}' to set outputs of.");
            }

            // In an update only what failed leaves values unknown; the outputs of the last good run stay then, as they do where the program ends early.
            if (this.IsPreview || !(EngineValues.HasUnknown(values) || (state.Type == StackType && this.HasFailed)))
            {
                this.states[urn] = state with { Outputs = values };
            }
        }
    }

    /// <summary>The resource of that URN; null if it is not registered.</summary>
    public ResourceState? Find(string urn)
    {
        lock (this.gate)
        {
            return this.states.GetValueOrDefault(urn);
        }
    }

    /// <summary>What came out: adds the deletions of what the program no longer has, and judges the stack.</summary>
    public async Task<OperationResult> FinishAsync(CancellationToken cancellation)
    {
        await this.turn.WaitAsync(cancellation);
        try
        {
            var gone = Deletions.Of(this.former, this.request.Against, urn => this.states.ContainsKey(urn) || this.consumed.Contains(urn));
            if (!this.HasFailed)
            {
                foreach (var resource in gone)
                {
                    if (resource.Protect)
                    {
                        this.Log.Add("error", resource.Urn, "the resource is protected and cannot be deleted; remove the protect option and run once more before the resource goes");
                    }
                    else if (!IsDefaultProvider(resource))
                    {
                        this.steps.Add(new(Operation.Delete, resource, [], []) { Note = Deletions.Note(resource) });
                    }
                }

                if (!this.Log.HasFailed)
                {
                    await this.AnalyzeStackAsync(cancellation);
                }
            }

            // A failed run keeps what it did not come to.
            var kept = this.HasFailed ? [.. gone.AsEnumerable().Reverse().Where(resource => !this.steps.Exists(step => step.Op == Operation.Delete && step.State == resource))] : new List<ResourceState>();
            var root = this.RootUrn.Length > 0 && this.states.TryGetValue(this.RootUrn, out var stack) ? stack.Outputs : EngineValues.Empty;
            var document = new StateDocument(this.secrets, [.. this.order.Select(urn => this.states[urn]), .. kept]);
            return new([.. this.steps.Select(step => this.states.TryGetValue(step.State.Urn, out var now) && step.Op != Operation.Delete ? step with { State = now } : step)], [.. this.findings], this.Log.Messages, root, document, this.HasFailed) { Broken = this.broken };
        }
        finally
        {
            this.turn.Release();
        }
    }

    public void Dispose() => this.turn.Dispose();

    private static bool IsDefaultProvider(ResourceState resource) => resource.IsProvider && resource.Parent is null && (resource.Name == "default" || resource.Name.StartsWith("default_", StringComparison.Ordinal));

    private async Task<T> InTurnAsync<T>(Func<Task<T>> body, CancellationToken cancellation)
    {
        await this.turn.WaitAsync(cancellation);
        try
        {
            return this.broken is null ? await body() : throw new RegistrationException("The run is over.") { IsShutdown = true };
        }
        catch (PackException error)
        {
            this.Break(error);
            throw new RegistrationException("The run is over.") { IsShutdown = true };
        }
        finally
        {
            this.turn.Release();
        }
    }

    private string NewUrn(Registration registration)
    {
        var urn = Aliases.Urn(this.Stack, this.Project.Name, registration.Parent, registration.Type, registration.Name);
        if (this.Find(urn) is not null || this.stopped.Contains(urn))
        {
            this.Log.Add("error", urn, $"Duplicate resource URN '{urn}'; try giving it a unique name");
            throw new RegistrationException($"Duplicate resource URN '{urn}'; try giving it a unique name");
        }

        return urn;
    }

    private async Task<RegistrationAnswer> RegisterInTurnAsync(Registration registration, CancellationToken cancellation)
    {
        var urn = this.NewUrn(registration);
        if (registration.Type == StackType)
        {
            this.RootUrn = urn;
        }

        var provider = registration.IsCustom ? await this.ProviderOfAsync(registration, cancellation) : null;
        if (!this.IsPreview && registration.Dependencies.Concat(registration.PropertyDependencies.Values.SelectMany(urns => urns)).Append(registration.Parent).Append(provider?.Urn ?? "").Append(registration.DeletedWith).Any(this.stopped.Contains))
        {
            return this.Stop(registration, urn);
        }

        var aliases = Aliases.Of(registration, this.Stack, this.Project.Name, this.renamed.GetValueOrDefault(registration.Parent));
        registration = registration with { Options = registration.Options with { Aliases = aliases } };
        var old = this.TakeOld(urn, aliases);
        var inputs = this.Complete(registration, urn, old, provider);
        var found = new List<ReportFinding>();
        if (registration.IsCustom && provider is not null && !this.unconfigured.Contains(provider.Urn))
        {
            found.AddRange(AzureFacts.Check(registration.Type, EngineValues.Flatten(SimulatedProvider.Named(urn, registration.Type, registration.Name, inputs))).Where(refusal => refusal.Path != "name" || inputs["name"] is not null).Select(refusal => new ReportFinding
            {
                Policy = "provider",
                Severity = Severity.High,
                Mandatory = true,
                Result = "refused",
                Urn = urn,
                Type = registration.Type,
                Path = refusal.Path,
                Message = $"{refusal.Path} {refusal.Problem}",
            }));
        }

        var draft = registration.ToState(urn, provider, inputs);
        var corrected = new List<string>();
        draft = await PolicyHost.RemediateAsync(this.packs, new(draft, provider), found, corrected, cancellation);
        foreach (var policy in corrected)
        {
            this.Log.Add("info", urn, $"{policy} corrected the resource");
        }

        found.AddRange(await PolicyHost.AnalyzeAsync(this.packs, new(draft, provider), cancellation));
        lock (this.gate)
        {
            this.findings.AddRange(found);
        }

        var reason = old is null ? null : this.replacedFirst.GetValueOrDefault(old.Urn) ?? (registration.ReplaceWith.FirstOrDefault(this.replaced.Contains) is { } other ? $"the replacement of {Aliases.NameOf(other)}" : null);
        var plan = ResourcePlan.Of(registration, draft.Inputs, old, this.changes, reason);
        if (old is { Protect: true } && plan.Op == Operation.Replace)
        {
            this.Log.Add("error", urn, $"the resource is protected and cannot be replaced; {string.Join(", ", plan.Replaces)} would replace it");
            if (!this.IsPreview)
            {
                return this.Stop(registration, urn, old);
            }
        }

        if (!this.IsPreview && found.Find(finding => finding.Blocks) is { } blocking)
        {
            this.Log.Add("error", urn, $"the resource was not touched: {blocking.Message}");
            return this.Stop(registration, urn, old);
        }

        var isConfigured = draft.IsProvider ? !(this.IsPreview && EngineValues.HasUnknown(draft.Inputs)) : provider is null || !this.unconfigured.Contains(provider.Urn);
        if (draft.IsProvider && !isConfigured && old is null)
        {
            this.unconfigured.Add(urn);
        }

        var state = ResourceOutputs.Complete(draft, old, plan, isConfigured, this.IsPreview);
        if (plan.Op == Operation.Replace)
        {
            this.replaced.Add(urn);
            if (registration.Options.DeleteBeforeReplace == true)
            {
                Deletions.MarkDependents(old!, this.former, this.replacedFirst);
            }
        }

        this.Keep(state, IsDefaultProvider(state) ? null : new(plan.Op, state, plan.Changes, plan.Replaces));
        var unknownId = state.IsProvider && this.IsPreview ? Signatures.Unknown : "";
        return new(urn, state.Id ?? unknownId, state.Outputs);
    }

    // What the program may ask of a resource that was not made is unknown, by name for SDKs that know no other way.
    private RegistrationAnswer Stop(Registration registration, string urn, ResourceState? old = null)
    {
        this.stopped.Add(urn);
        this.consumed.Remove(old?.Urn ?? ""); // the state keeps it as it was
        var names = registration.IsCustom ? SimulatedProvider.Make(registration.Type, urn, registration.Name, registration.Inputs, known: false).Outputs.Members : [];
        return new(urn, "", PropertyValue.MapOf(names.Select(member => KeyValuePair.Create(member.Key, PropertyValue.Unknown))), IsStopped: true);
    }

    private ResourceState? TakeOld(string urn, IReadOnlyList<string> aliases)
    {
        var old = aliases.Prepend(urn).Where(one => !this.consumed.Contains(one)).Select(one => this.former.GetValueOrDefault(one)).FirstOrDefault(one => one is not null);
        if (old is not null)
        {
            this.consumed.Add(old.Urn);
            if (old.Urn != urn)
            {
                this.renamed[urn] = old.Urn;
            }
        }

        return old;
    }

    private PropertyValue Complete(Registration registration, string urn, ResourceState? old, ResourceState? provider)
    {
        var inputs = old is { External: false } ? registration.Options.IgnoreChanges.Aggregate(registration.Inputs, (map, path) => PropertyPath.Parse(path).Restore(map, old.Inputs)) : registration.Inputs;
        if (registration.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            inputs = registration.Version.Length > 0 && inputs["version"] is null ? EngineValues.With(inputs, "version", PropertyValue.Of(registration.Version)) : inputs;
            return EngineValues.With(inputs, "__internal", EngineValues.Empty);
        }

        return provider is null || this.unconfigured.Contains(provider.Urn) ? inputs : SimulatedProvider.Check(urn, registration.Type, registration.Name, inputs, old?.Inputs, provider.Inputs["renderYamlToDirectory"] is not null);
    }

    private async Task<ResourceState?> ProviderOfAsync(Registration registration, CancellationToken cancellation)
    {
        if (registration.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            return null;
        }

        if (registration.Provider.Length > 0)
        {
            var end = registration.Provider.LastIndexOf("::", StringComparison.Ordinal);
            var given = end > 0 ? registration.Provider[..end] : registration.Provider;
            return this.Find(given) is { IsProvider: true } known ? known
                : this.stopped.Contains(given) ? new Registration("pulumi:providers:", "", "", true, EngineValues.Empty).ToState(given, null, EngineValues.Empty)
                : throw new RegistrationException($"There is no provider '{registration.Provider}'.");
        }

        var package = registration.Type.Split(':')[0];
        var name = registration.Version.Length > 0 && package != "pulumi" ? $"default_{new string([.. registration.Version.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_')])}" : "default";
        var type = $"pulumi:providers:{package}";
        if (this.Find(Aliases.Urn(this.Stack, this.Project.Name, "", type, name)) is { } made)
        {
            return made;
        }

        var configuration = this.Project.Config.Where(entry => entry.Key.StartsWith(package + ":", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.Key[(package.Length + 1)..], this.Project.SecretKeys.Contains(entry.Key) ? PropertyValue.SecretOf(PropertyValue.Of(entry.Value)) : PropertyValue.Of(entry.Value)));
        var answer = await this.RegisterInTurnAsync(new Registration(type, name, "", true, PropertyValue.MapOf(package == this.Project.Name ? [] : configuration)) { Version = package == "pulumi" ? "" : registration.Version }, cancellation);
        return this.Find(answer.Urn);
    }

    private async Task AnalyzeStackAsync(CancellationToken cancellation)
    {
        var subjects = this.order.Select(urn => this.states[urn]).Select(state => new Subject(state, ProviderOf(state))).ToList();
        try
        {
            var found = await PolicyHost.AnalyzeStackAsync(this.packs, subjects, cancellation);
            this.findings.AddRange(found);
        }
        catch (PackException error)
        {
            this.Break(error);
        }

        ResourceState? ProviderOf(ResourceState state) => state.Provider is { } text && text.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var end ? this.states.GetValueOrDefault(text[..end]) : null;
    }

    private void Keep(ResourceState state, Step? step)
    {
        lock (this.gate)
        {
            this.states[state.Urn] = state;
            this.order.Add(state.Urn);
            if (step is not null)
            {
                this.steps.Add(step);
                this.progress.Report($"{this.steps.Count} resources");
            }
        }
    }
}
