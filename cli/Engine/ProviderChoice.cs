using System.Text.Json;
using System.Text.RegularExpressions;
using LlmOpsSecure.Cli.Output;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Which provider serves a resource, and what the default one of a package looks like.</summary>
internal sealed partial class ProviderChoice(ProjectFile project, LiveResources live)
{
    /// <summary>What the types of all providers begin with.</summary>
    public const string TypePrefix = "pulumi:providers:";

    /// <summary>Whether a resource is a default provider, which nobody wrote down.</summary>
    public static bool IsDefault(ResourceState resource) => resource.IsProvider && resource.Parent is null && (resource.Name == "default" || resource.Name.StartsWith("default_", StringComparison.Ordinal));

    /// <summary>The provider that a reference names, made or stopped. One that does not exist throws <see cref="RegistrationException"/>.</summary>
    public ResourceState Named(string reference)
    {
        var end = reference.LastIndexOf("::", StringComparison.Ordinal);
        var urn = end > 0 ? reference[..end] : reference;
        return live.Find(urn) is { IsProvider: true } known ? known
            : live.IsStopped(urn) ? new Registration(TypePrefix, "", "", true, EngineValues.Empty).ToState(urn, null, EngineValues.Empty)
            : throw new RegistrationException($"There is no provider '{reference}'.");
    }

    /// <summary>The default provider of the package of a resource or function. Where the stack allows none, throws <see cref="RegistrationException"/>.</summary>
    public Registration Default(Registration registration)
    {
        var package = registration.Package;
        if (package != "pulumi" && this.Denied().Any(name => name == "*" || name == package))
        {
            throw new RegistrationException($"Default provider for '{package}' disabled. '{registration.Type}' must use an explicit provider.");
        }

        var version = package == "pulumi" ? "" : registration.Version;
        var configuration = package == project.Name ? [] : project.Config.Where(entry => entry.Key.StartsWith(package + ":", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.Key[(package.Length + 1)..], project.SecretKeys.Contains(entry.Key) ? PropertyValue.SecretOf(PropertyValue.Of(entry.Value)) : PropertyValue.Of(entry.Value)));
        return new Registration(TypePrefix + package, NameOf(version, registration.PluginDownloadUrl), "", true, PropertyValue.MapOf(configuration)) { Version = version, PluginDownloadUrl = registration.PluginDownloadUrl };
    }

    /// <summary>The inputs of a provider with what the engine adds to them: version and source of its plugin.</summary>
    public static PropertyValue Complete(Registration registration)
    {
        var inputs = registration.Version.Length > 0 ? EngineValues.With(registration.Inputs, "version", PropertyValue.Of(registration.Version)) : registration.Inputs;
        return EngineValues.With(inputs, "__internal", registration.PluginDownloadUrl.Length == 0 ? EngineValues.Empty : PropertyValue.MapOf([KeyValuePair.Create("pluginDownloadURL", PropertyValue.Of(registration.PluginDownloadUrl))]));
    }

    private static string NameOf(string version, string url)
    {
        var name = version.Length == 0 ? "default" : $"default_{NotInVersions().Replace(version, "_")}";
        return url.Length == 0 ? name : $"{name}_{string.Join('/', url.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => NotInNames().Replace(part, "_")))}";
    }

    // pulumi:disable-default-providers: a JSON list of packages, "*" for all.
    private string[] Denied()
    {
        if (project.Config.GetValueOrDefault("pulumi:disable-default-providers") is not { Length: > 0 } text)
        {
            return [];
        }

        try
        {
            return [.. (JsonSerializer.Deserialize(text, CliJson.Plain.StringArray) ?? []).Select(name => name.Trim())];
        }
        catch (JsonException)
        {
            throw new RegistrationException("pulumi:disable-default-providers must be a list of texts.");
        }
    }

    [GeneratedRegex("[^A-Za-z0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex NotInVersions();

    [GeneratedRegex("[^A-Za-z0-9_.-]", RegexOptions.NonBacktracking)]
    private static partial Regex NotInNames();
}
