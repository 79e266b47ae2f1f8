using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

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
    private readonly List<Step> steps = [];
    private readonly List<ReportFinding> findings = [];
    private readonly LiveResources live = new();
    private readonly FormerResources former;
    private readonly ProviderChoice providers;
    private readonly Replacements replacements;
    private readonly HashSet<string> unconfigured = new(StringComparer.Ordinal);
    private readonly StateSecrets secrets;
    private readonly PropertyChanges changes;
    private IReadOnlyList<IPolicyAnalyzer> packs = [];
    private Exception? broken;

    public ResourceOperation(ProjectFile project, OperationRequest request, IProgress<string> progress)
    {
        this.Project = project;
        this.request = request;
        this.progress = progress;
        this.secrets = request.Against?.Secrets ?? StateSecrets.New(project.StackFile, project.Salt);
        this.changes = new(this.secrets);
        this.former = new(request.Against);
        this.providers = new(project, this.live);
        this.replacements = new(this.former, this.live, this.changes);
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
            var provider = await this.ProviderOfAsync(registration, urn, cancellation);
            var computed = registration.Type == "pulumi:pulumi:StackReference" ? StackReferences.Read(this.Project, registration.Inputs, id) : SimulatedProvider.Make(registration.Type, urn, registration.Name, registration.Inputs, known: true).Outputs;
            var old = this.TakeOld(registration, urn, this.AliasesOf(registration));
            var isReplacement = old is { External: false } && old.Id != id;
            if (isReplacement)
            {
                this.former.Relinquish(old!);
            }

            var state = registration.ToState(urn, provider, registration.Inputs) with { Id = id, External = true, Outputs = ResourceOutputs.Hide(computed, registration.Options.AdditionalSecretOutputs), Created = old?.Created ?? DateTimeOffset.UtcNow, Modified = DateTimeOffset.UtcNow };
            this.Keep(state, registration, new(Operation.Read, state, [], []) { Note = isReplacement ? "takes the place of the one that the stack made" : "" });
            return state;
        },
        cancellation);

    /// <summary>Makes sure that the provider of a function is there, as for a resource.</summary>
    public Task NeedProviderAsync(Registration function, CancellationToken cancellation) => this.InTurnAsync(() => this.ProviderOfAsync(function.Inheriting(this.live.Wanted(function.Parent), null), "", cancellation), cancellation);

    /// <summary>Whether a function that needs these resources has to wait until an update makes them.</summary>
    public bool MustWait(IEnumerable<string> urns) => this.live.AnyPending(urns);

    /// <summary>Takes the outputs of a component or of the stack.</summary>
    public void SetOutputs(string urn, PropertyValue values)
    {
        // In an update only what failed leaves values unknown; the outputs of the last good run stay then, as they do where the program ends early.
        if (!this.live.Change(urn, state => this.IsPreview || !(EngineValues.HasUnknown(values) || (state.Type == StackType && this.HasFailed)) ? state with { Outputs = values } : state) && !this.live.IsStopped(urn))
        {
            throw new RegistrationException($"There is no resource '{urn}' to set outputs of.");
        }
    }

    /// <summary>The resource of that URN; null if it is not registered.</summary>
    public ResourceState? Find(string urn) => this.live.Find(urn);

    /// <summary>What came out: adds the deletions of what the program no longer has, and judges the stack.</summary>
    public async Task<OperationResult> FinishAsync(CancellationToken cancellation)
    {
        await this.turn.WaitAsync(cancellation);
        try
        {
            var gone = this.former.Rest(urn => this.live.Find(urn) is not null);
            if (!this.HasFailed)
            {
                foreach (var resource in gone)
                {
                    if (resource.Protect)
                    {
                        this.Log.Add("error", resource.Urn, "the resource is protected and cannot be deleted; remove the protect option and run once more before the resource goes");
                    }
                    else if (!ProviderChoice.IsDefault(resource))
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
            var document = new StateDocument(this.secrets, [.. this.live.All, .. kept]);
            // A program registers in no fixed order, and two runs are to say the same.
            var ordered = this.findings.OrderBy(finding => finding.Urn, StringComparer.Ordinal);
            return new([.. this.steps.Select(step => this.live.Find(step.State.Urn) is { } now && step.Op != Operation.Delete ? step with { State = now } : step)], [.. ordered], this.Log.Messages, this.live.Find(this.RootUrn)?.Outputs ?? EngineValues.Empty, document, this.HasFailed) { Broken = this.broken };
        }
        finally
        {
            this.turn.Release();
        }
    }

    public void Dispose() => this.turn.Dispose();

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

    private async Task<RegistrationAnswer> RegisterInTurnAsync(Registration registration, CancellationToken cancellation)
    {
        registration = registration.Inheriting(this.live.Wanted(registration.Parent), this.live.Find(registration.Parent)?.Provider);
        var urn = this.NewUrn(registration);
        if (registration.Type == StackType)
        {
            this.RootUrn = urn;
        }

        var provider = registration.IsCustom ? await this.ProviderOfAsync(registration, urn, cancellation) : null;
        if (!this.IsPreview && registration.Dependencies.Concat(registration.PropertyDependencies.Values.SelectMany(urns => urns)).Append(registration.Parent).Append(provider?.Urn ?? "").Append(registration.DeletedWith).Any(this.live.IsStopped))
        {
            return this.Stop(registration, urn);
        }

        var old = this.TakeOld(registration, urn, this.AliasesOf(registration));
        registration = registration with { Options = registration.Options with { Aliases = this.former.FormerUrn(urn) is { } alias ? [alias] : [] } };
        var found = new List<ReportFinding>();
        var draft = registration.ToState(urn, provider, this.Complete(registration, urn, old, provider));
        if (registration.IsCustom && provider is not null && !this.unconfigured.Contains(provider.Urn))
        {
            found.AddRange(ProviderFindings.Of(draft));
        }

        var corrected = new List<string>();
        draft = await PolicyHost.RemediateAsync(this.packs, new(draft, provider), found, corrected, cancellation);
        foreach (var policy in corrected)
        {
            this.Log.Add("info", urn, $"{policy} corrected the resource");
        }

        found.AddRange(await PolicyHost.AnalyzeAsync(this.packs, new(draft, provider), cancellation));
        this.findings.AddRange(found);
        var plan = ResourcePlan.Of(registration, draft.Inputs, old, this.changes, old is null ? null : this.replacements.ReasonFor(registration, old));
        var refusal = Replacements.Refusal(registration, old, plan);
        if (refusal is not null && this.IsPreview && !(old!.Protect && registration.Protect == true))
        {
            this.Log.Add("warning", urn, refusal); // the import option may be gone before the update
        }
        else if (refusal is not null)
        {
            this.Log.Add("error", urn, refusal);
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

        if (plan.Op == Operation.Replace)
        {
            // What the new one gets owes nothing to the old one: neither ignored changes nor names that a provider chose.
            draft = corrected.Count == 0 ? draft with { Inputs = this.Complete(registration, urn, null, provider) } : draft;
            foreach (var (dependent, problem) in this.replacements.Note(urn, old!, plan.DeletesFirst))
            {
                this.Log.Add("error", dependent, problem);
            }
        }

        var isConfigured = draft.IsProvider ? !(this.IsPreview && EngineValues.HasUnknown(draft.Inputs)) : provider is null || !this.unconfigured.Contains(provider.Urn);
        if (draft.IsProvider && !isConfigured && old is null)
        {
            this.unconfigured.Add(urn);
        }

        var state = ResourceOutputs.Complete(draft, old, plan, isConfigured, this.IsPreview);
        this.Keep(state, registration, ProviderChoice.IsDefault(state) ? null : new(plan.Op, state, plan.Changes, plan.Replaces));

        // What a component put out last time may speak of resources that are not there yet; it says anew what it puts out.
        return new(urn, state.Id ?? (state.IsProvider && this.IsPreview ? Protocol.Signatures.Unknown : ""), state.IsCustom ? state.Outputs : EngineValues.Empty);
    }

    private string NewUrn(Registration registration)
    {
        var urn = Aliases.Urn(this.Stack, this.Project.Name, registration.Parent, registration.Type, registration.Name);
        if (this.live.IsRegistered(urn))
        {
            throw this.Refused(urn, $"Duplicate resource URN '{urn}'; try giving it a unique name");
        }

        return registration.Parent.Length == 0 || this.live.IsRegistered(registration.Parent) ? urn : throw this.Refused(urn, $"could not find parent resource {registration.Parent}");
    }

    private RegistrationException Refused(string urn, string problem)
    {
        this.Log.Add("error", urn, problem);
        return new RegistrationException(problem);
    }

    // What the program may ask of a resource that was not made is unknown, by name for SDKs that know no other way.
    private RegistrationAnswer Stop(Registration registration, string urn, ResourceState? old = null)
    {
        this.live.Stop(urn);
        if (old is not null)
        {
            this.former.Return(old);
        }

        var names = registration.IsCustom ? SimulatedProvider.Make(registration.Type, urn, registration.Name, registration.Inputs, known: false).Outputs.Members : [];
        return new(urn, "", PropertyValue.MapOf(names.Select(member => KeyValuePair.Create(member.Key, PropertyValue.Unknown))), IsStopped: true);
    }

    private IReadOnlyList<string> AliasesOf(Registration registration) => Aliases.Of(registration, this.Stack, this.Project.Name, this.former.FormerUrn);

    private ResourceState? TakeOld(Registration registration, string urn, IReadOnlyList<string> aliases)
    {
        try
        {
            return this.former.Take(urn, aliases, this.live.IsRegistered);
        }
        catch (RegistrationException error)
        {
            throw this.Refused(urn, error.Message);
        }
    }

    private PropertyValue Complete(Registration registration, string urn, ResourceState? old, ResourceState? provider)
    {
        var inputs = registration.Inputs;
        foreach (var path in old is { External: false } ? registration.Options.IgnoreChanges : [])
        {
            inputs = PropertyPath.Parse(path).Restore(inputs, old!.Inputs, out var fits);
            if (!fits)
            {
                this.Log.Add("info", urn, $"cannot ignore changes in added or removed elements of the path: \"{path}\"");
            }
        }

        return registration.Type.StartsWith(ProviderChoice.TypePrefix, StringComparison.Ordinal) ? ProviderChoice.Complete(registration with { Inputs = inputs })
            : provider is null || this.unconfigured.Contains(provider.Urn) ? inputs
            : SimulatedProvider.Check(urn, registration.Type, registration.Name, inputs, old?.Inputs, provider.Inputs["renderYamlToDirectory"] is not null);
    }

    private async Task<ResourceState?> ProviderOfAsync(Registration registration, string urn, CancellationToken cancellation)
    {
        if (registration.Type.StartsWith(ProviderChoice.TypePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        if (registration.Provider.Length > 0)
        {
            return this.providers.Named(registration.Provider);
        }

        Registration wanted;
        try
        {
            wanted = this.providers.Default(registration);
        }
        catch (RegistrationException error)
        {
            throw this.Refused(urn, error.Message);
        }

        var made = Aliases.Urn(this.Stack, this.Project.Name, "", wanted.Type, wanted.Name);
        if (this.live.Find(made) is null)
        {
            await this.RegisterInTurnAsync(wanted, cancellation);
        }

        return this.live.Find(made);
    }

    // What is only read is not the stack's, and is not judged with it.
    private async Task AnalyzeStackAsync(CancellationToken cancellation)
    {
        var subjects = this.live.All.Where(state => !state.External).Select(state => new Subject(state, ProviderOf(state))).ToList();
        try
        {
            this.findings.AddRange(await PolicyHost.AnalyzeStackAsync(this.packs, subjects, cancellation));
        }
        catch (PackException error)
        {
            this.Break(error);
        }

        ResourceState? ProviderOf(ResourceState state) => state.Provider is { } text && text.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var end ? this.live.Find(text[..end]) : null;
    }

    private void Keep(ResourceState state, Registration registration, Step? step)
    {
        this.live.Add(state, registration);
        if (step is not null)
        {
            this.steps.Add(step);
            this.progress.Report($"{this.steps.Count} resources");
        }
    }
}
