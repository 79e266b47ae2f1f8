using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Adapters;

/// <summary>The most dangerous pod that a PodSecurityPolicy lets in, so that what judges pods judges such a policy too. Findings name the places of the policy.</summary>
internal static class AdmittedPod
{
    private const string SeccompProfiles = "seccomp.security.alpha.kubernetes.io/allowedProfileNames";

    /// <summary>The types that say which pods are let in.</summary>
    public static bool Is(string type) => TypeToken.Canonical(type) == "kubernetes:policy:PodSecurityPolicy";

    /// <summary>The pod's template: metadata and specification.</summary>
    public static PropertyValue Template(Resource policy)
    {
        var spec = policy["spec"];
        if (spec.IsUnknown)
        {
            return PropertyValue.Unknown;
        }

        return Map(("spec", Map(
            ("hostPID", Placed(spec["hostPID"])), ("hostIPC", Placed(spec["hostIPC"])), ("hostNetwork", Placed(spec["hostNetwork"])),
            ("volumes", PropertyValue.ListOf(Volumes(spec))),
            ("securityContext", Map(("sysctls", PropertyValue.ListOf(spec["allowedUnsafeSysctls"].Items.Select(name => Map(("name", Placed(name)))))))),
            ("containers", PropertyValue.ListOf([Container(policy, spec)])))));
    }

    private static PropertyValue Container(Resource policy, Field spec) => Map(
        ("name", PropertyValue.Of("admitted")),
        ("ports", PropertyValue.ListOf(spec["hostPorts"].Items.Select(range => Map(("hostPort", Placed(range["max"])))))),
        ("securityContext", Map(
            ("privileged", Placed(spec["privileged"])),
            ("allowPrivilegeEscalation", Placed(spec["allowPrivilegeEscalation"])),
            ("readOnlyRootFilesystem", Placed(spec["readOnlyRootFilesystem"])),
            ("runAsNonRoot", NonRoot(spec["runAsUser"])),
            ("procMount", Placed(spec["allowedProcMountTypes"].Items.FirstOrDefault(type => type.AsText is "Unmasked" or "*"), "Unmasked")),
            ("seccompProfile", Seccomp(policy["metadata.annotations"].Member(SeccompProfiles))),
            ("capabilities", Map(
                ("drop", Placed(spec["requiredDropCapabilities"])),
                ("add", PropertyValue.ListOf(spec["allowedCapabilities"].Items.Concat(spec["defaultAddCapabilities"].Items).Select(name => Placed(name)!))))))));

    private static IEnumerable<PropertyValue> Volumes(Field spec)
    {
        if (spec["allowedHostPaths"].Items.Any())
        {
            return spec["allowedHostPaths"].Items.Select(path => Map(("name", PropertyValue.Of("host")), ("hostPath", new PlacedValue(path.Place, Map(("path", Placed(path["pathPrefix"])))))));
        }

        return spec["volumes"].Items.Where(type => type.AsText is "*" or "hostPath").Select(type => Map(("name", PropertyValue.Of("host")), ("hostPath", new PlacedValue(type.Place, Map(("path", PropertyValue.Of("/")))))));
    }

    // A range that leaves out 0 refuses root as well.
    private static PropertyValue? NonRoot(Field user) => user["rule"] is { IsUnknown: true } rule ? Placed(rule)
        : new PlacedValue(user["rule"].Place, PropertyValue.Of(user["rule"].AsText == "MustRunAsNonRoot"
            || (user["rule"].AsText == "MustRunAs" && user["ranges"].Items.Any() && user["ranges"].Items.All(range => range["min"].AsNumber > 0))));

    private static PropertyValue? Seccomp(Field names) => names.IsAbsent ? null : names.AsText is not { } text ? Map(("type", Placed(names)))
        : Map(("type", new PlacedValue(names.Place, PropertyValue.Of(text.Split(',', StringSplitOptions.TrimEntries).All(IsConfined) ? "RuntimeDefault" : "Unconfined"))));

    private static bool IsConfined(string profile) => profile is "runtime/default" or "docker/default" || profile.StartsWith("localhost/", StringComparison.Ordinal);

    // The value where it is written; another one in its place if given.
    private static PropertyValue? Placed(Field field, string? instead = null) =>
        field.Resource is null || field.IsAbsent ? null : new PlacedValue(field.Place, instead is null ? field.IsSecret ? PropertyValue.SecretOf(field.Value!) : field.Value! : PropertyValue.Of(instead));

    private static PropertyValue Map(params IEnumerable<(string Name, PropertyValue? Value)> members) =>
        PropertyValue.MapOf(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value!)));
}
