using System.Globalization;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Releases of language runtimes, as apps write them: 3.12, v8.0, 1.8.0_402, 21, 17.0.11.</summary>
internal static class Releases
{
    /// <summary>The release is that one or a later one; nothing, and what is no number (such as node's ~20 or "dotnet-isolated"), is fine.</summary>
    public static IEnumerable<Finding> MustBeReleasedSince(this Field version, int major, int minor) =>
        version.Must($"be {major}.{minor} or newer", found => Parse(found) is not { } release || release.CompareTo((major, minor)) >= 0, whenAbsent: true);

    private static (int Major, int Minor)? Parse(Field version)
    {
        var text = (version.AsText ?? version.AsNumber?.ToString(CultureInfo.InvariantCulture) ?? "").Trim().TrimStart('v', 'V');
        var parts = text.Split('.', '_', '-', '+');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major))
        {
            return null;
        }

        var minor = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? second : 0;
        return major == 1 ? (minor, 0) : (major, minor); // Java 1.8 is Java 8
    }
}
