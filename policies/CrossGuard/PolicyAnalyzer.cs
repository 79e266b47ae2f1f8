using System.Text;
using Google.Protobuf;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;
using Enforcement = LlmOpsSecure.Policies.Model.Enforcement;
using WireInfo = LlmOpsSecure.Protocol.PolicyInfo;

namespace LlmOpsSecure.CrossGuard;

/// <summary>Answers what the engine asks a policy pack. Used by the server, and by the embedded engine in process. Safe to call from many threads.</summary>
/// <param name="pack">The pack.</param>
/// <param name="reports">Takes all that is reported into files; null for none.</param>
public sealed class PolicyAnalyzer(PolicyPack pack, ReportFiles? reports = null)
{
    private volatile Applicability session = new(pack.Start());
    private volatile string stackName = "";
    private volatile string projectName = "";
    private volatile bool isPreview;

    /// <summary>What the pack is, with all that its policies say of themselves.</summary>
    public AnalyzerInfo Info()
    {
        var info = new AnalyzerInfo { Name = pack.Name, DisplayName = "LlmOpsSecure", Version = pack.Version, Description = pack.Description, SupportsConfig = true };
        info.Policies.AddRange(pack.Policies.Select(policy =>
        {
            var wire = new WireInfo
            {
                Name = policy.Info.Id,
                DisplayName = policy.Info.Title,
                Description = policy.Info.Title,
                Message = policy.Info.Why,
                EnforcementLevel = Level(policy.Info.DefaultEnforcement),
                PolicyType = policy is StackPolicy ? PolicyType.Stack : PolicyType.Resource,
                Severity = SeverityOf(policy.Info),
                RemediationSteps = policy.Info.Remediation,
                ConfigSchema = new PolicyConfigSchema { Properties = ByteString.CopyFrom(WireProperties.ToStruct(Schema(policy.Info))) },
            };
            wire.Tags.AddRange(policy.Info.Controls.Select(control => control.ToString()));
            if (policy.Info.Controls.Count > 0)
            {
                wire.Framework = new PolicyComplianceFramework { Name = policy.Info.Controls[0].Framework, Specification = policy.Info.Controls[0].Id };
            }

            return wire;
        }));
        return info;
    }

    /// <summary>Takes the stack that will be judged.</summary>
    public void ConfigureStack(AnalyzerStackConfigureRequest request)
    {
        (this.stackName, this.projectName, this.isPreview) = (request.Stack, request.Project, request.DryRun);
        reports?.Start($"{request.Project}/{request.Stack}", request.Config.GetValueOrDefault(ReportFiles.ConfigurationKey, ""));
    }

    /// <summary>Takes the configuration. A parameter or exemption that cannot be used throws <see cref="PolicySettingsException"/>.</summary>
    public void Configure(ConfigureAnalyzerRequest request)
    {
        var policies = new Dictionary<string, PolicySetting>(StringComparer.Ordinal);
        var exemptions = new List<Exemption>();
        foreach (var (name, config) in request.PolicyConfig)
        {
            var properties = WireProperties.FromStruct(config.Properties.Memory);
            if (name == "all" || pack.Find(name) is null)
            {
                continue; // the engine has applied `all` to each policy, and sends names that no policy has
            }

            exemptions.AddRange((properties["exemptions"]?.Items ?? []).Select(item => ReadExemption(name, item)));
            policies[name] = new PolicySetting
            {
                Enforcement = config.EnforcementLevel switch
                {
                    EnforcementLevel.Advisory => Enforcement.Advisory,
                    EnforcementLevel.Mandatory => Enforcement.Mandatory,
                    EnforcementLevel.Remediate => Enforcement.Remediate,
                    _ => Enforcement.Disabled,
                },
                Parameters = properties.Members.Where(member => member.Key != "exemptions").ToDictionary(member => member.Key, member => member.Value),
            };
        }

        this.session = new(pack.Start(PolicySettings.None with { Policies = policies, Exemptions = exemptions }));
    }

    /// <summary>Judges one resource.</summary>
    public AnalyzeResponse Analyze(AnalyzeRequest request)
    {
        var now = this.session;
        var found = now.Session.Analyze(Read(request));
        reports?.Judged(request.Urn, found);
        var response = this.Answer(found, request.Urn);
        response.NotApplicable.AddRange(now.OfAnalyze(request.Type));
        return response;
    }

    /// <summary>Judges the stack.</summary>
    public AnalyzeResponse AnalyzeStack(AnalyzeStackRequest request)
    {
        var now = this.session;
        var stack = new Stack([.. request.Resources.Select(Read)]) { Name = this.stackName, Project = this.projectName, IsPreview = this.isPreview };
        var found = now.Session.AnalyzeStack(stack);
        reports?.StackJudged(stack, found);
        var response = this.Answer(found, "");
        response.NotApplicable.AddRange(now.OfAnalyzeStack(stack, found));
        return response;
    }

    /// <summary>The engine is about to end the pack: what was reported is made complete.</summary>
    public void Cancel() => reports?.Write();

    /// <summary>Corrects one resource by the policies that are enforced by correcting.</summary>
    public RemediateResponse Remediate(AnalyzeRequest request)
    {
        var now = this.session;
        var response = new RemediateResponse();
        foreach (var correction in now.Session.Remediate(Read(request)))
        {
            var remediation = new Remediation { PolicyName = correction.Policy.Id, PolicyPackName = pack.Name, PolicyPackVersion = pack.Version, Description = correction.Policy.Title, Diagnostic = correction.Problem ?? "" };
            if (correction.Properties is { } properties)
            {
                remediation.Properties = ByteString.CopyFrom(WireProperties.ToStruct(properties));
            }

            response.Remediations.Add(remediation);
        }

        response.NotApplicable.AddRange(now.OfRemediate(request.Type));
        return response;
    }

    private static Resource Read(AnalyzeRequest request) => new()
    {
        Type = request.Type,
        Name = request.Name,
        Urn = request.Urn,
        Properties = WireProperties.FromStruct(request.Properties.Memory),
        Parent = request.Options?.Parent is { Length: > 0 } parent ? parent : null,
        Options = Read(request.Options),
        Provider = Read(request.Provider),
    };

    private static Resource Read(AnalyzerResource resource)
    {
        var properties = WireProperties.FromStruct(resource.Properties.Memory);
        return new()
        {
            Type = resource.Type,
            Name = resource.Name,
            Urn = resource.Urn,
            Properties = properties,
            Id = properties["id"] is { Kind: PropertyKind.Text } id ? id.Text : null,
            Parent = resource.Parent is { Length: > 0 } parent ? parent : null,
            Dependencies = resource.Dependencies,
            PropertyDependencies = resource.PropertyDependencies.Count == 0 ? NoDependencies : resource.PropertyDependencies.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)entry.Value.Urns),
            Options = Read(resource.Options),
            Provider = Read(resource.Provider),
        };
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> NoDependencies = [];

    private static ResourceOptions Read(AnalyzerResourceOptions? options) => options is null ? ResourceOptions.None : new ResourceOptions
    {
        Protect = options.Protect,
        IgnoreChanges = options.IgnoreChanges,
        AdditionalSecretOutputs = options.AdditionalSecretOutputs,
        Aliases = options.Aliases,
        DeleteBeforeReplace = options.DeleteBeforeReplaceDefined ? options.DeleteBeforeReplace : null,
    };

    private static Resource? Read(AnalyzerProviderResource? provider) => provider is null ? null : new Resource
    {
        Type = provider.Type,
        Name = provider.Name,
        Urn = provider.Urn,
        Properties = WireProperties.FromStruct(provider.Properties.Memory),
    };

    private static Exemption ReadExemption(string policy, PropertyValue item) =>
        item["urn"]?.Text is { Length: > 0 } urn && item["reason"]?.Text is { Length: > 0 } reason && DateOnly.TryParseExact(item["expires"]?.Text, "yyyy-MM-dd", out var expires)
            ? new(policy, urn, reason, expires)
            : throw new PolicySettingsException($"An exemption of '{policy}' must have the texts urn, reason and expires (a date such as 2027-01-31).");

    private static EnforcementLevel Level(Enforcement enforcement) => enforcement switch
    {
        Enforcement.Advisory => EnforcementLevel.Advisory,
        Enforcement.Mandatory => EnforcementLevel.Mandatory,
        Enforcement.Remediate => EnforcementLevel.Remediate,
        _ => EnforcementLevel.Disabled,
    };

    private static PolicySeverity SeverityOf(LlmOpsSecure.Policies.Model.PolicyInfo info) => (PolicySeverity)((int)info.Severity + 1);

    private static PropertyValue Schema(LlmOpsSecure.Policies.Model.PolicyInfo info)
    {
        const string Exemptions = """{ "type": "array", "items": { "type": "object", "properties": { "urn": { "type": "string" }, "reason": { "type": "string" }, "expires": { "type": "string" } }, "required": ["urn", "reason", "expires"] } }""";
        return PropertyValue.MapOf(info.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, PropertyValue.Parse(parameter.Schema))).Append(KeyValuePair.Create("exemptions", PropertyValue.Parse(Exemptions))));
    }

    private AnalyzeResponse Answer(IReadOnlyList<PolicyReport> found, string urn)
    {
        var response = new AnalyzeResponse();
        foreach (var report in found)
        {
            response.Diagnostics.Add(new AnalyzeDiagnostic
            {
                PolicyName = report.Policy.Id,
                PolicyPackName = pack.Name,
                PolicyPackVersion = pack.Version,
                Description = report.Policy.Title,
                Message = Text(report),
                EnforcementLevel = report.Enforcement == Enforcement.Mandatory ? EnforcementLevel.Mandatory : EnforcementLevel.Advisory,
                Urn = report.Urn.Length > 0 ? report.Urn : urn,
                Severity = SeverityOf(report.Policy),
            });
        }

        return response;
    }

    private static string Text(PolicyReport report)
    {
        var text = new StringBuilder(report.Message);
        if (report.Result == PolicyResult.Violation)
        {
            text.Append('\n').Append(report.Policy.Why).Append(" Fix: ").Append(report.Policy.Remediation);
        }
        else if (report is { Result: PolicyResult.Exempted, Exemption: { } exemption })
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\nExempted: {exemption.Reason} (until {exemption.Expires:yyyy-MM-dd})");
        }

        return text.ToString();
    }
}
